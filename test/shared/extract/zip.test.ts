import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { sourceOf } from "../../../electron/file-source.ts";
import { openZip } from "../../../shared/extract/zip/open.ts";

const open = (bytes: Uint8Array) => openZip(sourceOf(bytes, "a.docx"));
const failure = (what: string) =>
  expect.objectContaining({
    code: "bad-file",
    message: expect.stringContaining(`"a.docx" ${what}`),
  });

/** A zip of one member, whose header in the list of contents is then changed. */
function changed(change: (view: DataView, entry: number) => void): Uint8Array {
  const bytes = zipSync({ a: strToU8("text ".repeat(100)) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  change(view, view.getUint32(end + 16, true));
  return bytes;
}

test("members are read by their exact names, whatever the names are", () => {
  const zip = open(
    zipSync({ "../../etc/passwd": strToU8("a"), "/b": [strToU8("b"), { level: 0 }] }),
  );
  expect(zip.names).toEqual(["../../etc/passwd", "/b"]);
  expect(zip.read("/b")).toEqual(strToU8("b"));
  expect(zip.read("b")).toBeNull();
});

test("a bomb is noticed while it unpacks, whatever its header says", () => {
  const zeros = zipSync({ a: new Uint8Array(60_000_000) });
  expect(() => open(zeros).read("a")).toThrow(failure("unpacks to more than"));
  const view = new DataView(zeros.buffer, zeros.byteOffset, zeros.byteLength);
  view.setUint32(view.getUint32(zeros.length - 22 + 16, true) + 24, 5, true);
  expect(() => open(zeros).read("a")).toThrow(failure("unpacks to more than"));
});

test.for([
  ["no end", new Uint8Array(30), "is damaged (its end is missing)"],
  ["another size", changed((view, at) => view.setUint32(at + 24, 3, true)), "is damaged (its part"],
  ["another sum", changed((view, at) => view.setUint32(at + 16, 3, true)), "is damaged (its part"],
  ["another way", changed((view, at) => view.setUint16(at + 10, 99, true)), "is damaged (its part"],
  ["far away", changed((view, at) => view.setUint32(at + 42, 1e9, true)), "is damaged (its part"],
  [
    "a password",
    changed((view, at) => view.setUint16(at + 8, 1, true)),
    "is protected by a password",
  ],
] as const)("a member with %s is refused", ([, bytes, what]) => {
  expect(() => open(bytes).read("a")).toThrow(failure(what));
});

test("a list of too many files is refused before any is read", () => {
  const bytes = changed((view) => view.setUint16(view.byteLength - 22 + 10, 60_000, true));
  expect(() => open(bytes)).toThrow(failure("holds 60000 files"));
});
