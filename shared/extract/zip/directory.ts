import { badFile, type Source } from "../source.ts";

/** What a zip file says of one of its members. */
export interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  /** Where the member's own header begins. */
  at: number;
}

const endRecord = 0x06054b50;
const entryRecord = 0x02014b50;
const longestComment = 65_535;
const mostEntries = 10_000;

/** The members a zip file lists, by name; the last of a name counts. @throws AppError "bad-file". */
export function zipDirectory(source: Source): Map<string, ZipEntry> {
  const view = viewOf(source.bytes);
  const end = findEnd(view);
  if (end === null) throw damagedZip(source, "its end is missing");
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries)
    throw badFile(source, `holds ${count} files, more than any document; it was not opened.`);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryRecord)
      throw damagedZip(source, "its list of contents is broken");
    const { entry, next } = readEntry(source, view, at);
    entries.set(entry.name, entry);
    at = next;
  }
  return entries;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function damagedZip(source: Source, what: string) {
  return badFile(
    source,
    `is damaged (${what}); get the file anew, or open it in its own program and save it again.`,
  );
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - longestComment; at--)
    if (view.getUint32(at, true) === endRecord) return at;
  return null;
}

function readEntry(source: Source, view: DataView, at: number) {
  const nameLength = view.getUint16(at + 28, true);
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const nameBytes = source.bytes.subarray(at + 46, at + 46 + nameLength);
  const entry: ZipEntry = {
    name: source.decode(nameBytes, "utf-8") ?? "",
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  return { entry, next };
}
