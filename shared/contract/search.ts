import { z } from "zod";
import { Id, type LayerStatus, TextRange } from "../model/annotation.ts";
import { AttributeValue } from "../model/attributes.ts";
import type { Change } from "../model/change.ts";
import { answers, job, nothing, read, write } from "../operation.ts";

/** A place that a search found: a span, or words of the text. Offsets are of the report's text. */
export interface SearchHit {
  /** The span's, or one made of the report and the place. */
  id: string;
  /** In the order of the text; several for a discontinuous span. */
  ranges: TextRange[];
  quote: string;
  /** What is marked there; null for words of the text. */
  span: { id: string; label: string; annotator: string; entity: string | null } | null;
  /** The words around it on one line, with as many characters as the text has there. */
  line: string;
  /** Where the line begins in the text. */
  lineStart: number;
  /** What the searched layers have marked in the line, as places of the text. */
  marked: { start: number; end: number; label: string }[];
}

/** A report that a search found, and the places in it; a search for reports finds no places. */
export interface SearchGroup {
  report: string;
  title: string;
  case: string;
  /** The current annotator's. */
  status: "new" | LayerStatus;
  /** The first of them, at most `mostHitsShown`. */
  hits: SearchHit[];
  /** How many there are in all. */
  total: number;
}

/** Of one report's hits, so many are listed; all of them can be acted on. */
export const mostHitsShown = 100;

export interface SearchPage {
  groups: SearchGroup[];
  /** What to pass as `after` for the next page; null on the last. A page may be short, or empty, and not be the last. */
  next: string | null;
  /** In how many reports there are hits; when not exact, in at most so many. */
  reports: { count: number; isExact: boolean };
}

/** Words of a report's text that a person chose among the hits. */
const ChosenText = z.object({ report: Id, range: TextRange, quote: z.string() });

/** The hits to act on: those listed, or all that the query finds but some. */
export const ChosenHits = z.discriminatedUnion("which", [
  z.object({
    which: z.literal("listed"),
    spans: z.array(Id).default([]),
    texts: z.array(ChosenText).default([]),
  }),
  z.object({
    which: z.literal("all"),
    query: z.string().min(1),
    /** Identifiers of hits. */
    except: z.array(z.string()).default([]),
  }),
]);
export type ChosenHits = z.output<typeof ChosenHits>;

/** What to do with every chosen hit. Words are marked; all else is done to spans. */
export const SearchAction = z.discriminatedUnion("do", [
  z.object({ do: z.literal("mark"), label: z.string().min(1) }),
  z.object({ do: z.literal("relabel"), label: z.string().min(1) }),
  /** `value` null takes the attribute away. */
  z.object({
    do: z.literal("set"),
    attribute: z.string().min(1),
    value: AttributeValue.nullable(),
  }),
  /** Links each span to its report's entity of this name and the label's kind, made where there is none. */
  z.object({ do: z.literal("link"), name: z.string().trim().min(1) }),
  z.object({ do: z.literal("remove") }),
]);
export type SearchAction = z.output<typeof SearchAction>;

/** What was done to how many hits, and why others were passed over. */
export interface SearchActed extends Change {
  done: number;
  /** Each a sentence with its count. */
  skipped: string[];
}

/** A query that was kept under a name; as a list of reports it is work to go through. */
export interface SavedSearch {
  id: string;
  name: string;
  query: string;
  /** Who saved it. */
  annotator: string;
}

/** A query in the language of shared/search; what cannot be understood of it is left out. */
const Query = z.string().max(10_000);

/** Looking through all reports at once. */
export const searchOperations = {
  "search.find": read(
    z.object({
      query: Query,
      after: z.string().nullable().default(null),
      /** In hits; a page ends with the report that goes over it. */
      limit: z.int().min(1).max(2000).default(200),
    }),
    answers<SearchPage>(),
  ),
  /** Names of entities and people that begin so, or have a word that does, to complete a query with. */
  "search.names": read(
    z.object({ of: z.enum(["entity", "by", "case"]), start: z.string().max(200) }),
    answers<{ names: string[] }>(),
  ),
  /** Marks, relabels, links or removes hits in many reports: one step of undo. Nobody else's spans change. */
  "search.act": job(z.object({ chosen: ChosenHits, action: SearchAction }), answers<SearchActed>()),
  "search.saved": read(nothing, answers<{ searches: SavedSearch[] }>()),
  /** Keeps a query; one of the same name is replaced. */
  "search.save": write(
    z.object({ name: z.string().trim().min(1).max(100), query: Query.min(1) }),
    answers<Change>(),
  ),
  "search.forget": write(z.object({ search: Id }), answers<Change>()),
};
