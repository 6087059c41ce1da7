import type { Attributes } from "../../../shared/model/attributes.ts";
import type { Difference, Version } from "../../../shared/review/difference.ts";
import { codesText, valueText } from "../../../shared/review/fingerprint.ts";
import type { ReadDb } from "../database.ts";
import { readRow } from "../journal.ts";

/**
 * The names of attributes, or of an entity's fields, that not all versions of a difference give the same
 * value, and "codes" where an entity's differ; in alphabetical order.
 */
export function differingFacts(db: ReadDb, { stage, versions }: Difference): string[] {
  const facts = versions.map((version) => factsOf(db, stage, version));
  const names = new Set(facts.flatMap((one) => Object.keys(one)));
  const isSame = (name: string) =>
    new Set(facts.map(({ [name]: value }) => (value === undefined ? "" : value))).size === 1;
  return [...names].filter((name) => !isSame(name)).sort();
}

const tables = { spans: "span", entities: "entity", relations: "relation", labels: null } as const;

/** What one version says, each fact as a text; of a report label nothing but itself can differ. */
function factsOf(
  db: ReadDb,
  stage: Difference["stage"],
  { members }: Version,
): Record<string, string> {
  const table = tables[stage];
  const [id] = members;
  const row = table && id !== undefined ? readRow(db, table, id) : null;
  if (!row) return {};
  // The codecs of rows.ts wrote these.
  const attributes: Attributes = JSON.parse(String(row.attributes ?? row.fields));
  const facts = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, valueText(value)]),
  );
  return row.codes === undefined
    ? facts
    : { ...facts, codes: codesText(JSON.parse(String(row.codes))) };
}
