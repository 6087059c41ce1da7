import type { ReportSpans } from "../continuum/reports.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { type LeftOutBook, leftOutBook } from "./left-out.ts";
import { createNames, type Names } from "./names.ts";
import type { StudyLayer } from "./report.ts";
import type { SectionStretch } from "./sections.ts";

const ledgers = [
  "exact",
  "blind",
  "overlap",
  "marks",
  "tokens",
  "attributes",
  "codes",
  "entities",
  "entitiesByLabel",
  "entitiesBySection",
  "relations",
] as const;
export type LedgerName = (typeof ledgers)[number];

/** A report that at least two of the annotators have finished. */
interface ComparedReport {
  id: string;
  title: string;
  /** Its case's number. */
  case: number;
  /** By annotator, whether they have finished it. */
  isFinished: boolean[];
  /** What each said of the report as a whole; null who has not finished it. */
  labels: (StudyLayer["labels"] | null)[];
  /** For measures on a continuum; null where none is asked for. */
  spans: ReportSpans | null;
  /** For the same by section; none where sections are not told apart. */
  stretches: readonly SectionStretch[];
}

/** All that a study keeps of its reports. */
export interface Gathered {
  annotators: readonly string[];
  pairs: readonly (readonly [a: number, b: number])[];
  reports: ComparedReport[];
  cases: Names;
  labels: Names;
  relationLabels: Names;
  sections: Names;
  attributePatterns: Names;
  tokenPatterns: Names;
  ledgers: Record<LedgerName, Ledger>;
  /** What is not compared at all, and of single families what is not. */
  leftOut: LeftOutBook;
  leftOutOf: { attributes: LeftOutBook; entities: LeftOutBook; relations: LeftOutBook };
}

export function startGathering(annotators: readonly string[]): Gathered {
  const all = annotators.map((_, at) => at);
  return {
    annotators,
    pairs: all.flatMap((a) => all.slice(a + 1).map((b) => [a, b] as const)),
    reports: [],
    ...{ cases: createNames(), sections: createNames() },
    ...{ labels: createNames(), relationLabels: createNames() },
    ...{ attributePatterns: createNames(), tokenPatterns: createNames() },
    // The keys are those of the list.
    ledgers: Object.fromEntries(ledgers.map((name) => [name, createLedger()])) as Record<
      LedgerName,
      Ledger
    >,
    leftOut: leftOutBook(),
    leftOutOf: { attributes: leftOutBook(), entities: leftOutBook(), relations: leftOutBook() },
  };
}
