import type { Attributes } from "../../model/attributes.ts";

/*
 * BioC as both of its spellings, XML and JSON, have it (Comeau et al. 2013, "BioC: a minimalist approach to
 * interoperability for biomedical text processing"; bioc_v1.dtd and bioc_v2.dtd).
 */

/** Keys and values that say what something is. What XML repeats, and a list of JSON, is a list. */
export type Infons = Attributes;

/** A place as the file gives it: where it begins and how long it is, in whatever unit. */
interface BioCLocation {
  offset: number;
  length: number;
}

export interface BioCAnnotation {
  id: string;
  infons: Infons;
  locations: BioCLocation[];
  /** Its words; null where the file does not say. */
  text: string | null;
}

export interface BioCNode {
  refid: string;
  role: string;
}

export interface BioCRelation {
  id: string;
  infons: Infons;
  nodes: BioCNode[];
}

/** What passages, sentences and whole documents may all hold. */
export interface BioCMarks {
  annotations: BioCAnnotation[];
  relations: BioCRelation[];
}

export interface BioCSentence extends BioCMarks {
  infons: Infons;
  offset: number;
  text: string | null;
}

export interface BioCPassage extends BioCSentence {
  /** Where there are some, the passage's text is theirs. */
  sentences: BioCSentence[];
}

export interface BioCDocument extends BioCMarks {
  id: string;
  infons: Infons;
  passages: BioCPassage[];
}
