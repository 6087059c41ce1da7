import { badFile, type Source } from "../source.ts";

const marks: [string, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
];

/** The encoding that a byte order mark gives away, null where there is no mark. */
export function encodingByMark(bytes: Uint8Array): string | null {
  const startsWith = (mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
  return marks.find(([, mark]) => startsWith(mark))?.[0] ?? null;
}

/**
 * The text of an XML file by its byte order mark, its declaration, or as UTF-8.
 * @throws AppError "bad-file" where the encoding it names is not known.
 */
export function decodeXml(source: Source, bytes: Uint8Array): string {
  const encoding = encodingByMark(bytes) ?? withoutMark(bytes) ?? declared(bytes) ?? "utf-8";
  const text = source.decode(bytes, encoding);
  if (text === null)
    throw badFile(
      source,
      `names an encoding that is not known ("${encoding}"); save it as UTF-8 and import it again.`,
    );
  return text.replace(/^\uFEFF/, "");
}

/** UTF-16 shows by the zero bytes around the first "<". */
function withoutMark([first, second]: Uint8Array): string | null {
  if (first === 0x3c && second === 0) return "utf-16le";
  return first === 0 && second === 0x3c ? "utf-16be" : null;
}

function declared(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  // The bytes were just read as single ones, so whatever says UTF-16 here is wrong.
  return name === undefined || /^utf-?16/i.test(name) ? null : name;
}
