import type { PackageManifest } from "../../../shared/packages/manifest.ts";
import type { WriteDb } from "../database.ts";

/** Makes a new, empty project one and the same with the one that a package is of. */
export function becomeProject(db: WriteDb, { project, scheme }: PackageManifest): void {
  db.transaction(() => {
    db.prepare("UPDATE project SET id = @id, scheme_versions = @version").run({
      id: project.id,
      version: scheme.version,
    });
    db.prepare("UPDATE scheme SET version = ?").run(scheme.version);
    db.prepare("UPDATE scheme_version SET version = ?").run(scheme.version);
  })();
}
