import { closeSync, openSync, writeSync } from "node:fs";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { AppError } from "../../shared/errors.ts";
import type { PackedFile } from "../../shared/packages/manifest.ts";
import { hashing } from "./hashing.ts";

/** Writes a zip file member after member, so that memory stays flat. The same members give the same bytes. */
export interface ZipWriter {
  /** Puts texts one behind the other into a member. */
  addTexts(name: string, texts: Iterable<string>): PackedFile;
  /** Puts in what is deflated (RFC 1951) already, with the checksum (CRC 32) and size it has inflated. */
  addDeflated(name: string, deflated: Uint8Array, crc: number, bytes: number): void;
  finish(): void;
  close(): void;
}

interface Member {
  name: Buffer;
  crc: number;
  packed: number;
  bytes: number;
  at: number;
}

/** What a zip file of the plain format can hold: 32 and 16 bits. */
const mostBytes = 0xffffffff;
const mostMembers = 0xfffe;

/** So much text is deflated at once. */
const pieceLength = 2 ** 20;

export function createZip(file: string): ZipWriter {
  const handle = openSync(file, "w");
  const members: Member[] = [];
  let end = 0;
  const append = (bytes: Uint8Array) => {
    if (end + bytes.length > mostBytes) throw tooLarge("4 GB");
    for (let done = 0; done < bytes.length; )
      done += writeSync(handle, bytes, done, bytes.length - done, end + done);
    end += bytes.length;
  };
  const add = (name: string, put: (member: Member) => void): Member => {
    if (members.length === mostMembers) throw tooLarge(`${mostMembers} files`);
    const member = { name: Buffer.from(name), crc: 0, packed: 0, bytes: 0, at: end };
    const header = () => localHeader(member);
    append(header());
    put(member);
    // Once more, now that the sizes are known.
    writeSync(handle, header(), 0, undefined, member.at);
    members.push(member);
    return member;
  };
  return {
    addTexts(name, texts) {
      const hash = hashing();
      const { bytes } = add(name, (member) => {
        for (const piece of inPieces(texts)) {
          hash.update(piece);
          putPiece(member, piece, append);
        }
        putEnd(member, append);
      });
      return { name, bytes, sha256: hash.digest() };
    },
    addDeflated: (name, deflated, crc, bytes) => {
      add(name, (member) => {
        append(deflated);
        Object.assign(member, { crc, bytes, packed: deflated.length });
      });
    },
    finish() {
      const start = end;
      for (const member of members) append(directoryEntry(member));
      append(endRecord(members.length, end - start, start));
    },
    close: () => closeSync(handle),
  };
}

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
function putPiece(member: Member, piece: Buffer, append: (bytes: Uint8Array) => void): void {
  const deflated = deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH });
  append(deflated);
  member.crc = crc32(piece, member.crc);
  member.bytes += piece.length;
  member.packed += deflated.length;
}

function putEnd(member: Member, append: (bytes: Uint8Array) => void): void {
  const last = deflateRawSync(Buffer.alloc(0));
  append(last);
  member.packed += last.length;
}

/** Names are in UTF-8, the date is the first there is: the same content gives the same file. */
const common = { version: 20, flags: 0x0800, method: 8, time: 0, date: 0x0021 };

function localHeader({ name, crc, packed, bytes }: Member): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommon(header, 4);
  writeSizes(header, 14, crc, packed, bytes);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry({ name, crc, packed, bytes, at }: Member): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(common.version, 4);
  writeCommon(entry, 6);
  writeSizes(entry, 16, crc, packed, bytes);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function writeCommon(into: Buffer, at: number): void {
  const { version, flags, method, time, date } = common;
  for (const [index, value] of [version, flags, method, time, date].entries())
    into.writeUInt16LE(value, at + 2 * index);
}

function writeSizes(into: Buffer, at: number, crc: number, packed: number, bytes: number): void {
  into.writeUInt32LE(crc >>> 0, at);
  into.writeUInt32LE(packed, at + 4);
  into.writeUInt32LE(bytes, at + 8);
}

function endRecord(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(start, 16);
  return record;
}
