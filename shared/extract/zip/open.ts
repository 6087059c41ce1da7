import { Inflate } from "fflate";
import { badFile, checkTime, type Source } from "../source.ts";
import { crc32 } from "./crc32.ts";
import { damagedZip, viewOf, type ZipEntry, zipDirectory } from "./directory.ts";

/** Members are looked up by their exact names and never written anywhere, so a path cannot lead astray. */
export interface Archive {
  names: string[];
  /** The bytes of a member, null where there is none. @throws AppError "bad-file" where it is damaged or a bomb. */
  read(name: string): Uint8Array | null;
}

/** Bytes: of one member, of all members read, and how many times the packed size they may have. */
const limits = { member: 100_000_000, all: 200_000_000, ratio: 400, ratioFrom: 5_000_000 };

/** Opens a zip file without unpacking anything. @throws AppError "bad-file" where its list cannot be read. */
export function openZip(source: Source): Archive {
  const entries = zipDirectory(source);
  const done = new Map<string, Uint8Array>();
  let left = limits.all;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const known = done.get(name);
      if (known !== undefined) return known;
      const bytes = readMember(source, entry, left);
      left -= bytes.length;
      done.set(name, bytes);
      return bytes;
    },
  };
}

function readMember(source: Source, entry: ZipEntry, left: number): Uint8Array {
  if (entry.encrypted)
    throw badFile(source, "is protected by a password; save it without one and import that.");
  const packed = packedBytes(source, entry);
  const bytes = entry.method === 0 ? packed : inflate(source, entry, packed, left);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw damagedZip(source, `its part "${entry.name}" is not what was saved`);
  return bytes;
}

function packedBytes(source: Source, entry: ZipEntry): Uint8Array {
  const view = viewOf(source.bytes);
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== 0x04034b50)
    throw damagedZip(source, `its part "${entry.name}" is missing`);
  const start =
    entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  return source.bytes.subarray(start, start + entry.packedSize);
}

const chunk = 1 << 14;

/** Piece by piece, so that a bomb is noticed while it unpacks, whatever its header says. */
function inflate(source: Source, entry: ZipEntry, packed: Uint8Array, left: number): Uint8Array {
  if (entry.method !== 8) throw damagedZip(source, `its part "${entry.name}" is packed strangely`);
  const most = Math.min(
    left,
    limits.member,
    Math.max(limits.ratioFrom, packed.length * limits.ratio),
  );
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflater = new Inflate((piece) => {
    size += piece.length;
    if (size > most)
      throw badFile(
        source,
        `unpacks to more than ${Math.round(most / 1_000_000)} MB; no document does, so it was not read.`,
      );
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += chunk) {
      checkTime(source);
      inflater.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
    }
  } catch (error) {
    // Ours are Errors with a code of the application; the library's have a number.
    if (error instanceof Error && "code" in error && typeof error.code === "string") throw error;
    throw damagedZip(source, `its part "${entry.name}" cannot be unpacked`);
  }
  return joined(pieces, size);
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
