/*
 * A UIMA CAS (Common Analysis Structure) in memory, as the OASIS UIMA 1.0 specification means it, of one
 * view. XMI, CAS JSON and WebAnno TSV are read into it and written from it.
 */

/** The text of one view and what is said of it. */
export interface Cas {
  /** The sofa string as it stands in the file, with its carriage returns. */
  text: string;
  annotations: CasAnnotation[];
  /** What belongs to the view and has no place in its text: chains, facts of the whole document. */
  facts: CasStructure[];
  /** What belongs to no view, such as links with their roles. */
  others: CasStructure[];
}

/** A feature structure. */
export interface CasStructure {
  /** Unique in the CAS, over annotations, facts and others. */
  id: number;
  /** The type's full name: "webanno.custom.Span". */
  type: string;
  /** Without sofa, begin and end. */
  features: Map<string, CasValue>;
}

export interface CasAnnotation extends CasStructure {
  /** In UTF-16 code units of the text as it stands in the file. */
  begin: number;
  /** Exclusive. */
  end: number;
}

/** Another feature structure, by its id. */
export interface CasReference {
  ref: number;
}

export type CasValue = string | number | boolean | CasReference | CasValue[] | null;

export function isReference(value: CasValue | undefined): value is CasReference {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The ids that a feature refers to, in order; none for plain values. */
export function referencesIn(value: CasValue | undefined): number[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  return isReference(value) ? [value.ref] : [];
}

/** The last part of a type's name: "Span". */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf(".") + 1) || type;
}
