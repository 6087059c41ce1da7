import { closeProject, openProject } from "../../../electron/store/database.ts";
import { readLayer } from "../../../electron/store/layers.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";

/** How many spans an annotator does not have as the documents' first layers have them, or has besides. */
export function wrongSpans(
  file: string,
  annotator: string,
  documents: readonly AnnotatedDocument[],
  reports: readonly string[],
): number {
  const db = openProject(file);
  const wrong = documents.flatMap((document, at) => {
    const wanted = new Set((document.layers[0]?.spans ?? []).map(nameOf));
    const made = new Set(readLayer(db, reports[at] ?? "", annotator).spans.map(nameOf));
    const missing = [...wanted].filter((name) => !made.has(name)).map((name) => `lacks ${name}`);
    const more = [...made].filter((name) => !wanted.has(name)).map((name) => `has ${name}`);
    return [...missing, ...more].map((what) => `${document.name} ${what}`);
  });
  closeProject(db);
  for (const line of wrong) console.log(`  ${line}`);
  return wrong.length;
}

function nameOf({ label, ranges }: Span): string {
  return `${label} ${ranges.map(({ start, end }) => `${start}-${end}`).join(",")}`;
}
