import { createHash, type Hash } from "node:crypto";
import { closeSync, createWriteStream, fstatSync, openSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PackageManifest, PackedFile } from "../../shared/packages/manifest.ts";
import { damagedPackage, type PackageSource } from "../store/merging/source.ts";
import { extractedPart, originalPart, parts } from "./members.ts";
import { readManifest } from "./read-manifest.ts";
import { packedReportsIn, readSchemeFrom } from "./read-parts.ts";
import { sealOf } from "./sealed-with.ts";
import { type Opening, unseal } from "./sealing.ts";
import { deflatedBytes, openZip, unpacked, type ZipFile } from "./zip-reader.ts";

/** A package that lies unpacked in a folder of the system's, until it is closed. */
export interface OpenPackage extends PackageSource {
  close(): void;
}

/** How far unpacking is: parts that are done of all. What it throws ends the work. */
export type UnpackWatch = (done: number, total: number) => void;

/**
 * Unpacks a package and checks all that it says of itself.
 * @param folder an empty folder of ours, for what is unpacked
 * @throws AppError "locked" without what opens it, "bad-file", "project-too-new".
 */
export async function unpackPackage(
  path: string,
  folder: string,
  opening: Opening,
  watch: UnpackWatch = () => {},
): Promise<OpenPackage> {
  const file = basename(path);
  const handle = openSync(await openedFile(path, folder, file, opening), "r");
  const close = () => {
    closeSync(handle);
    // A file that was about to be written when something was wrong may still come into being.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  };
  try {
    const zip = openZip(handle, fstatSync(handle).size, file);
    const manifest = await readManifest(zip);
    for (const [at, one] of manifest.files.entries()) {
      watch(at, manifest.files.length);
      await checkPart(zip, one, placeOf(folder, one.name));
    }
    return { ...sourceFrom(zip, manifest, folder), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function openedFile(
  path: string,
  folder: string,
  file: string,
  opening: Opening,
): Promise<string> {
  if (sealOf(path) === null) return path;
  const opened = join(folder, "opened.zip");
  await unseal(path, opened, file, opening);
  return opened;
}

/** What is read more than once is laid down, under a name of our own; null for what is only checked. */
function placeOf(folder: string, name: string): string | null {
  const kept: readonly string[] = [parts.scheme, parts.reports, parts.history];
  const at = kept.indexOf(name);
  return at < 0 ? null : join(folder, `part-${at}`);
}

/** @throws AppError "bad-file" for a part that is not what the manifest says. */
async function checkPart(
  zip: ZipFile,
  { name, bytes, sha256 }: PackedFile,
  place: string | null,
): Promise<void> {
  const member = zip.members.get(name);
  if (!member || member.bytes !== bytes)
    throw damagedPackage(zip.file, `its part "${name}" is not what was packed`);
  const hash = createHash("sha256");
  const hashed = hashedPieces(unpacked(zip, member), hash);
  if (place !== null) await pipeline(hashed, createWriteStream(place));
  else for await (const _ of hashed);
  if (hash.digest("hex") !== sha256)
    throw damagedPackage(zip.file, `the checksum of its part "${name}" is wrong`);
}

async function* hashedPieces(
  pieces: AsyncIterable<Buffer>,
  hash: Hash,
): AsyncGenerator<Buffer, void> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function sourceFrom(zip: ZipFile, manifest: PackageManifest, folder: string): PackageSource {
  const place = (name: string) => placeOf(folder, name) ?? "";
  const bytesOf = (name: string) => {
    const member = zip.members.get(name);
    return member ? deflatedBytes(zip, member) : null;
  };
  const { file } = zip;
  return {
    ...{ file, manifest, scheme: readSchemeFrom(place(parts.scheme), file, manifest) },
    reports: () => packedReportsIn(place(parts.reports), place(parts.history), file, manifest),
    original: ({ original }) => original && bytesOf(originalPart(original.sha256)),
    extracted: ({ id }) => bytesOf(extractedPart(id)),
  };
}
