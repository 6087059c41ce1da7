import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { AppError } from "../../shared/errors.ts";
import type { PackedFile } from "../../shared/packages/manifest.ts";

/** Writes a zip file member after member, so that memory stays flat. The same members give the same bytes. */
export interface ZipWriter {
  /** Puts texts one behind the other into a member. */
  addTexts(name: string, texts: Iterable<string>): PackedFile;
  /** Puts in what is deflated (RFC 1951) already, with the checksum (CRC 32) and size it has inflated. */
  addDeflated(name: string, deflated: Uint8Array<ArrayBuffer>, crc: number, bytes: number): void;
  finish(): void;
  close(): void;
}

/** What a zip file of the plain format can hold: 32 and 16 bits. */
const mostBytes = 0xffffffff;
const mostMembers = 0xfffe;

/** So much text is deflated at once. */
const pieceLength = 2 ** 20;

export function createZip(file: string): ZipWriter {
  const handle = openSync(file, "w");
  let end = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (end + bytes.length > mostBytes) throw tooLarge("4 GB");
    for (let done = 0; done < bytes.length; )
      done += writeSync(handle, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
  });
  let members = 0;
  const begin = (filename: string): ZipInputFile => {
    if (members === mostMembers) throw tooLarge(`${mostMembers} files`);
    members += 1;
    // The date is the first there is, so that the same content gives the same file.
    const mtime = "1980-01-01T12:00:00";
    const member = { filename, size: 0, crc: 0, compression: deflate, mtime };
    zip.add(member);
    return member;
  };
  return {
    addTexts(name, texts) {
      const hash = createHash("sha256");
      const member = begin(name);
      for (const piece of inPieces(texts)) {
        hash.update(piece);
        putPiece(member, piece);
      }
      put(member, deflateRawSync(Buffer.alloc(0)), true);
      return { name, bytes: member.size, sha256: hash.digest("hex") };
    },
    addDeflated(name, deflated, crc, size) {
      put(Object.assign(begin(name), { crc, size }), deflated, true);
    },
    finish: () => zip.end(),
    close: () => closeSync(handle),
  };
}

/** The method's number in a zip file. */
const deflate = 8;

function tooLarge(limit: string): AppError {
  return new AppError(
    "bad-input",
    `A package holds at most ${limit}; pack fewer reports at a time, or leave out their files.`,
  );
}

function* inPieces(texts: Iterable<string>): Generator<Buffer, void> {
  let waiting: string[] = [];
  let length = 0;
  for (const text of texts) {
    waiting.push(text);
    length += text.length;
    if (length < pieceLength) continue;
    yield Buffer.from(waiting.join(""));
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.from(waiting.join(""));
}

/** Deflated by itself and brought to a whole byte: such pieces behind each other are one stream. */
function putPiece(member: ZipInputFile, piece: Buffer): void {
  member.crc = crc32(piece, member.crc);
  member.size += piece.length;
  put(member, deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH }), false);
}

function put(member: ZipInputFile, deflated: Uint8Array<ArrayBuffer>, isLast: boolean): void {
  if (!member.ondata) throw new Error(`"${member.filename}" is in no zip file`);
  member.ondata(null, deflated, isLast);
}
