import { reservedKeys } from "../../shared/commands.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme, SchemeAdditions } from "../../shared/model/scheme.ts";
import { addToScheme } from "../../shared/scheme/add-to-scheme.ts";
import { usageCollector } from "../../shared/scheme/usage.ts";

/** Gathers what a scheme has to learn from an import, and from which of its reports. */
export interface Learning {
  /** What a folder's own scheme says. */
  declare(additions: SchemeAdditions): void;
  use(report: string, document: AnnotatedDocument): void;
  /** The scheme with all that was declared, and used by the reports that were read or by these. */
  learn(scheme: Scheme, documents?: Iterable<AnnotatedDocument>): Scheme;
  /** Whether any of these reports uses what the scheme did not have when they were read. */
  brings(reports: Iterable<string>): boolean;
  /** What is new to the scheme without these reports; null when nothing is. */
  additions(scheme: Scheme, without: ReadonlySet<string>): SchemeAdditions | null;
}

/** @param known the scheme as it is before the import. */
export function createLearning(known: Scheme): Learning {
  const usage = usageCollector();
  const declared: SchemeAdditions[] = [];
  const usedBy = new Map<string, string[]>();
  const learn: Learning["learn"] = (scheme, documents) => {
    // What a folder's own scheme declares comes first: it knows the hierarchy and the choices.
    const told = declared.reduce<Scheme>(
      (all, more) => addToScheme(all, more, reservedKeys),
      scheme,
    );
    const used = (documents ? usageOf(documents) : usage).additions(told);
    return used ? addToScheme(told, used, reservedKeys) : told;
  };
  return {
    learn,
    declare: (additions) => declared.push(additions),
    use(report, document) {
      if (document.layers.length === 0) return;
      usage.add(document);
      const own = usageOf([document]).additions(known);
      if (own) usedBy.set(report, keysOf(own));
    },
    brings: (reports) => Array.from(reports).some((report) => usedBy.has(report)),
    additions(scheme, without) {
      const all = newIn(scheme, learn(scheme));
      if (all === null || without.size === 0) return all;
      const kept = [...usedBy].flatMap(([report, keys]) => (without.has(report) ? [] : keys));
      const keys = new Set([...declared.flatMap(keysOf), ...kept]);
      return filtered(all, (key) => keys.has(key));
    },
  };
}

function usageOf(documents: Iterable<AnnotatedDocument>) {
  const usage = usageCollector();
  for (const document of documents) usage.add(document);
  return usage;
}

const keyOf = (part: string, name: string) => `${part} ${name}`;

/** A label and a kind may have the same name, so the part of the scheme goes with it. */
function keysOf(additions: SchemeAdditions): string[] {
  return Object.entries(additions).flatMap(([part, list]) =>
    list.map(({ name }) => keyOf(part, name)),
  );
}

/** The definitions that one scheme has and the other has not, by name; null when there are none. */
function newIn({ name: _, ...before }: Scheme, after: Scheme): SchemeAdditions | null {
  const old = new Set(keysOf(before));
  return filtered(after, (key) => !old.has(key));
}

function filtered(all: SchemeAdditions, fits: (key: string) => boolean): SchemeAdditions | null {
  const part = <D extends { name: string }>(name: string, list: readonly D[]) =>
    list.filter((definition) => fits(keyOf(name, definition.name)));
  const additions: SchemeAdditions = {
    labels: part("labels", all.labels),
    kinds: part("kinds", all.kinds),
    attributes: part("attributes", all.attributes),
    relations: part("relations", all.relations),
    events: part("events", all.events),
    groups: part("groups", all.groups),
    reportLabels: part("reportLabels", all.reportLabels),
  };
  return Object.values(additions).some((list) => list.length > 0) ? additions : null;
}
