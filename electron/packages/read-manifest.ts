import { AppError } from "../../shared/errors.ts";
import { AnyManifest, PackageManifest, packageVersion } from "../../shared/packages/manifest.ts";
import { damagedPackage } from "../store/merging/source.ts";
import { originalPart, parts } from "./members.ts";
import { parseJson } from "./parse-json.ts";
import { unpacked, type ZipFile } from "./zip-reader.ts";

/** A manifest names every report and file, in some hundred bytes each. */
const mostBytes = 2 ** 27;

/** @throws AppError "bad-file" for what is no package or a damaged one, "project-too-new" for a newer one. */
export async function readManifest(zip: ZipFile): Promise<PackageManifest> {
  const { file } = zip;
  const member = zip.members.get(parts.manifest);
  if (!member)
    throw new AppError(
      "bad-file",
      `"${file}" is no Casemark package: it has no ${parts.manifest}; packages are files ending in .casepack.`,
    );
  if (member.bytes > mostBytes) throw damagedPackage(file, "its manifest is longer than any");
  const pieces: Buffer[] = [];
  for await (const piece of unpacked(zip, member)) pieces.push(piece);
  const given = parseJson(Buffer.concat(pieces).toString("utf8"));
  const any = AnyManifest.safeParse(given);
  if (any.success && any.data.version > packageVersion)
    throw new AppError(
      "project-too-new",
      `"${file}" was packed by a newer Casemark (package version ${any.data.version}, this one knows ${packageVersion}); update Casemark and open it again.`,
    );
  const manifest = PackageManifest.safeParse(given);
  if (!manifest.success) throw damagedPackage(file, "its manifest is not as Casemark writes it");
  checkNames(zip, manifest.data);
  return manifest.data;
}

/** Everything that is in it is in the manifest, once, and the other way round. */
function checkNames({ file, members }: ZipFile, { files }: PackageManifest): void {
  const listed = new Map(files.map((one) => [one.name, one]));
  if (listed.size !== files.length) throw damagedPackage(file, "its manifest has a part twice");
  for (const name of members.keys())
    if (name !== parts.manifest && !listed.has(name))
      throw damagedPackage(file, `it holds "${name}", which no package has`);
  for (const { name, sha256 } of files)
    if (name.startsWith(originalPart("")) && name !== originalPart(sha256))
      throw damagedPackage(file, `the checksum of its part "${name}" is wrong`);
  for (const name of [...listed.keys(), parts.scheme, parts.reports, parts.history])
    if (!members.has(name) || !listed.has(name))
      throw damagedPackage(file, `its part "${name}" is missing`);
}
