import { z } from "zod";
import type { TextRange } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { Scheme } from "../model/scheme.ts";
import { answers, job, nothing, read, write } from "../operation.ts";
import { SchemeChange, Subject } from "../scheme/rewrite-changes.ts";

/** How much of one annotator's work something touches. */
export interface TouchedWork {
  annotator: string;
  /** Annotations of every kind, spans among them. */
  annotations: number;
  reports: number;
  /** How many of the reports' layers are done or locked; they are rewritten too. */
  closed: number;
}

/** One of the annotations that something touches, with the text around it. */
export interface TouchedExample {
  id: string;
  report: string;
  title: string;
  annotator: string;
  /** Where it stands; null for what has no place in the text. */
  range: TextRange | null;
  /** What it is, where it has no words: an entity's name, a relation. */
  words: string;
  before: string;
  after: string;
}

/** What a name of the scheme is used for, or a change of it touches. */
export interface SchemeUsage {
  annotations: number;
  reports: number;
  /** Most annotations first. */
  work: TouchedWork[];
  examples: TouchedExample[];
}

/** What a change would do: to annotations, and to the scheme, in words. */
export interface SchemeImpact extends SchemeUsage {
  differences: string[];
}

/** When and by whom a scheme was made; empty for one that was there from the start. */
export interface SchemeVersionFacts {
  version: number;
  annotator: string;
  at: string;
  summary: string;
  isCurrent: boolean;
}

/** Something that does not keep to a scheme, and where. */
export interface SchemeBreach {
  sentence: string;
  count: number;
  reports: number;
  annotators: string[];
  /** Some of the reports. */
  examples: { report: string; title: string; annotator: string }[];
}

/** A scheme that was read from a file, and what of the file it does not hold. */
export interface SchemeFile {
  name: string;
  scheme: Scheme;
  warnings: string[];
}

/** The scheme of a project. */
export const schemeOperations = {
  "scheme.read": read(nothing, answers<{ scheme: Scheme; version: number }>()),
  "scheme.replace": write(z.object({ scheme: Scheme }), answers<Change>()),
  /** The same scheme as YAML, for people and for version control. */
  "scheme.readYaml": read(nothing, answers<{ yaml: string }>()),
  "scheme.replaceYaml": write(z.object({ yaml: z.string() }), answers<Change>()),
  /** The scheme that a YAML file or a brat annotation.conf holds; nothing is changed by reading it. */
  "scheme.readFile": read(z.object({ ticket: z.uuid() }), answers<SchemeFile>()),
  /** Where a name of the scheme is used, by all annotators. */
  "scheme.usage": read(
    z.object({ subject: Subject, examples: z.int().min(0).max(2000).default(20) }),
    answers<SchemeUsage>(),
  ),
  /** What scheme.rewrite would do. @see scheme.rewrite */
  "scheme.preview": read(
    z.object({
      changes: z.array(SchemeChange).min(1),
      examples: z.int().min(0).max(200).default(20),
    }),
    answers<SchemeImpact>(),
  ),
  /** Changes the scheme, and the annotations of all layers with it, closed ones too: one step of undo. */
  "scheme.rewrite": job(z.object({ changes: z.array(SchemeChange).min(1) }), answers<Change>()),
  /** Where annotations do not keep to a scheme: the project's, or one that it might get. */
  "scheme.check": job(
    z.object({ scheme: Scheme.nullable().default(null) }),
    answers<{ breaches: SchemeBreach[] }>(),
  ),
  /** Every scheme that the project has had, the newest first. */
  "scheme.versions": read(nothing, answers<{ versions: SchemeVersionFacts[] }>()),
  "scheme.readVersion": read(
    z.object({ version: z.int().positive() }),
    answers<{ scheme: Scheme; yaml: string }>(),
  ),
  /** Makes an earlier scheme the current one; annotations stay as they are. */
  "scheme.restore": write(z.object({ version: z.int().positive() }), answers<Change>()),
};
