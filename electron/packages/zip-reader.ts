import { readSync } from "node:fs";
import { Readable } from "node:stream";
import { createInflateRaw, deflateRawSync } from "node:zlib";
import { damagedPackage } from "../store/merging/source.ts";

/** One member of a zip file as its list of contents has it. */
export interface ZipMember {
  name: string;
  method: number;
  crc: number;
  packed: number;
  bytes: number;
  at: number;
}

/** A zip file that lies open. Its members' names are looked up and never used as paths. */
export interface ZipFile {
  handle: number;
  /** The file's name, for people. */
  file: string;
  members: ReadonlyMap<string, ZipMember>;
}

const endLength = 22;
const longestComment = 0xffff;
const longestDirectory = 2 ** 25;

/** Reads the list of contents. @throws AppError "bad-file" for what is no zip file, or a broken one. */
export function openZip(handle: number, size: number, file: string): ZipFile {
  const tail = readAt(handle, Math.max(0, size - endLength - longestComment), size);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endLength > tail.length) throw damagedPackage(file, "its end is missing");
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > longestDirectory || start + length > size)
    throw damagedPackage(file, "its list of contents is broken");
  const directory = readAt(handle, start, start + length);
  return { handle, file, members: readMembers(directory, count, file) };
}

function readMembers(directory: Buffer, count: number, file: string): Map<string, ZipMember> {
  const members = new Map<string, ZipMember>();
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw damagedPackage(file, "its list of contents is broken");
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString("utf8", at + 46, at + 46 + nameLength);
    if (members.has(name)) throw damagedPackage(file, `it has two parts called "${name}"`);
    members.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return members;
}

function readAt(handle: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, end - start));
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(handle, bytes, done, bytes.length - done, start + done);
    if (read === 0) break;
    done += read;
  }
  return bytes.subarray(0, done);
}

/** Methods of zip files. Casemark deflates; who packed the parts anew may have stored some. */
const stored = 0;
const deflated = 8;

/** Where the packed bytes of a member begin. @throws AppError "bad-file" */
function startOf({ handle, file }: ZipFile, member: ZipMember): number {
  const header = readAt(handle, member.at, member.at + 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50)
    throw damagedPackage(file, `its part "${member.name}" is missing`);
  if (member.method !== stored && member.method !== deflated)
    throw damagedPackage(file, `its part "${member.name}" is packed as no package is`);
  return member.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The bytes of a member deflated (RFC 1951). @throws AppError "bad-file" */
export function deflatedBytes(zip: ZipFile, member: ZipMember): Buffer {
  const start = startOf(zip, member);
  const bytes = readAt(zip.handle, start, start + member.packed);
  return member.method === stored ? deflateRawSync(bytes) : bytes;
}

const pieceBytes = 2 ** 16;

function* piecesOf(
  handle: number,
  start: number,
  length: number,
  tell: (bytes: number) => void,
): Generator<Buffer, void> {
  for (let at = start; at < start + length; at += pieceBytes) {
    const piece = readAt(handle, at, Math.min(at + pieceBytes, start + length));
    tell(piece.length);
    yield piece;
  }
}

/** So much may come of little; beyond it, so many times as much as was read. */
const usual = 2 ** 26;
const mostTimes = 200;

/**
 * Unpacks a member piece by piece, so that one that is made to fill memory or a disk is noticed while
 * it unpacks, whatever its header says. @throws AppError "bad-file"
 */
export async function* unpacked(zip: ZipFile, member: ZipMember): AsyncGenerator<Buffer, void> {
  const start = startOf(zip, member);
  if (member.packed === 0) throw damagedPackage(zip.file, `its part "${member.name}" is empty`);
  let read = 0;
  const pieces = piecesOf(zip.handle, start, member.packed, (count) => {
    read += count;
  });
  const inflate = createInflateRaw();
  let bytes = 0;
  try {
    const whole = Readable.from(pieces);
    for await (const piece of (member.method === stored
      ? whole
      : whole.pipe(inflate)) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > member.bytes || bytes > Math.max(usual, mostTimes * read))
        throw damagedPackage(
          zip.file,
          `its part "${member.name}" unpacks to more than any package's does`,
        );
      yield piece;
    }
  } catch (error) {
    throw isOfZlib(error)
      ? damagedPackage(zip.file, `its part "${member.name}" cannot be unpacked`)
      : error;
  } finally {
    inflate.destroy();
  }
  if (bytes !== member.bytes)
    throw damagedPackage(zip.file, `its part "${member.name}" is not what was packed`);
}

function isOfZlib(error: unknown): boolean {
  return (
    error instanceof Error &&
    "errno" in error &&
    "code" in error &&
    String(error.code).startsWith("Z_")
  );
}
