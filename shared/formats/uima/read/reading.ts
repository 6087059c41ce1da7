import type { Source } from "../../../extract/source.ts";
import type { TextRange } from "../../../model/annotation.ts";
import type { Attributes } from "../../../model/attributes.ts";
import type { DocumentLayer } from "../../../model/document.ts";
import type { Unit } from "../../../text/offsets.ts";
import type { CodedEntities } from "../../coded-entity.ts";
import type { CountedWarnings } from "../../reading/counted-warnings.ts";
import type { CasAnnotation } from "../cas.ts";
import type { FeatureTexts } from "../feature-text.ts";
import type { DeclaredTypes } from "./declared-types.ts";
import type { SpanFacts } from "./facts.ts";
import type { CasIndex, Role } from "./roles.ts";

export interface CasReading {
  source: Pick<Source, "fileName">;
  /** The document's name. */
  name: string;
  annotator: string;
  /** Unit of begin and end; null for UTF-16, which is UIMA's own. */
  offsets: Unit | null;
  /** Whether the file gives all plain values as texts without types. */
  texts: boolean;
  /** How the file has values of our own types as texts; like any others where it is not given. */
  ownTexts?: FeatureTexts;
  /** Types that are declared for those texts; others are told by their looks. */
  types?: DeclaredTypes;
  warnings: CountedWarnings;
}

/** What is made of a CAS while it is read. */
export interface Reading extends CasReading {
  index: CasIndex;
  roles: ReadonlyMap<number, Role>;
  text: string;
  place(annotation: CasAnnotation): TextRange;
  coded: CodedEntities;
  /** What each annotation's features say that is no scaffold. */
  facts: ReadonlyMap<number, SpanFacts>;
  /** Plain features of an annotation as attributes. */
  attributes(id: number): Attributes;
  layer: DocumentLayer;
}

/** The id that an annotation has in the layer; null for what is left out. */
export function idOf(id: number, { roles }: Reading): string | null {
  const role = roles.get(id);
  if (role === undefined || role === "scaffold" || role === "fragment" || role === "section")
    return null;
  return `${role}-${id}`;
}

export const unread = {
  one: "refers to something that is no annotation of this text, which was left out",
  many: "refer to something that is no annotation of this text, which was left out",
};
