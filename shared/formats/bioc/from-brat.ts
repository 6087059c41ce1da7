import type { CountedWarnings } from "../reading/counted-warnings.ts";
import type { BioCDocument, BioCRelation, Infons } from "./collection.ts";
import { textAt } from "./infons.ts";
import { bratKeys } from "./keys.ts";

/*
 * Files that brat2BioC has made write brat's notes and normalisations as relations with one node. They are
 * read as what they are: the note and the codes of their annotation.
 */

/** What relations say of annotations, by the annotation's id. */
export interface BratDetails {
  infonsOf(id: string, infons: Infons): Infons;
  /** The relations that are relations. */
  relations: BioCRelation[];
}

interface Detail {
  codes: string[];
  names: string[];
  notes: string[];
}

export function bratDetails(
  relations: readonly BioCRelation[],
  warnings: CountedWarnings,
): BratDetails {
  const details = new Map<string, Detail>();
  const others = relations.filter((relation) => !takeDetail(relation, details, warnings));
  return {
    relations: others,
    infonsOf(id, infons) {
      const detail = details.get(id);
      return detail === undefined ? infons : withDetail(infons, detail);
    },
  };
}

/** Whether the relation was such a detail, or an attribute of which brat2BioC has lost the annotation. */
function takeDetail(
  { id, infons, nodes }: BioCRelation,
  details: Map<string, Detail>,
  warnings: CountedWarnings,
): boolean {
  const attribute = textAt(infons, bratKeys.attribute);
  if (nodes.length === 0 && attribute !== null) {
    warnings.count(
      `relation ${id}`,
      "is an attribute that does not say of what, and was left out",
      "are attributes that do not say of what, and were left out",
    );
    return true;
  }
  const [node, ...more] = nodes;
  const text = textAt(infons, "string");
  if (node === undefined || more.length > 0 || text === null) return false;
  const isCode = textAt(infons, bratKeys.code) !== null;
  if (!isCode && textAt(infons, bratKeys.note) === null) return false;
  const detail = details.get(node.refid) ?? { codes: [], names: [], notes: [] };
  details.set(node.refid, detail);
  if (isCode) {
    detail.codes.push(node.role);
    detail.names.push(text);
  } else detail.notes.push(text);
  return true;
}

function withDetail(infons: Infons, { codes, names, notes }: Detail): Infons {
  const said = [textAt(infons, "note") ?? "", ...notes].filter((note) => note !== "");
  return {
    ...infons,
    ...(codes.length > 0 && {
      identifier: codes.join("|"),
      name: names.map((name) => (names.length > 1 ? name.replaceAll("|", "%7C") : name)).join("|"),
    }),
    ...(said.length > 0 && { note: said.join("\n") }),
  };
}

/** Every relation of a document, of its passages and of their sentences. */
export function allRelations({ passages, relations }: BioCDocument): BioCRelation[] {
  return [
    ...passages.flatMap((passage) => [
      ...passage.relations,
      ...passage.sentences.flatMap((sentence) => sentence.relations),
    ]),
    ...relations,
  ];
}
