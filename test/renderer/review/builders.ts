import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { Entity, Layer, Span } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import type { Choice, Decision } from "../../../shared/review/decision.ts";
import type { Difference } from "../../../shared/review/difference.ts";

export const text = "Positive for CD34 and desmin, negative for S100 protein.";

let made = 0;

/** A span on words of the text above. */
export function spanOn(words: string, label = "marker", more: Partial<Span> = {}): Span {
  const start = text.indexOf(words);
  made += 1;
  return {
    ...{ id: `span ${made}`, label, ranges: [{ start, end: start + words.length }], quote: words },
    ...{ attributes: {}, entity: null, note: "" },
    ...more,
  };
}

export function layerOf(annotator: string, spans: Span[], entities: Entity[] = []): Layer {
  return {
    ...{ id: `layer of ${annotator}`, annotator, status: "done", labels: {}, note: "" },
    ...{ spans, entities, relations: [], events: [], groups: [] },
  };
}

export function reviewedOf(layers: Layer[], decisions: Decision[] = []): ReviewedReport {
  return {
    report: {
      ...{ id: "report", title: "A report", case: "A", text, textSha256: "0" },
      ...{ sections: [], metadata: {}, source: "a.txt", warnings: [] },
    },
    layers,
    gold: { ...layerOf("gold", []), status: "open" },
    comparison: compareLayers(text, layers),
    decisions,
    notCompared: [],
  };
}

/** A decision on all that a difference has. */
export function decisionOn(
  { key, stage, versions, missing }: Difference,
  choice: Choice,
): Decision {
  made += 1;
  return {
    ...{ id: `decision ${made}`, report: "report", key, stage, choice, reason: "", note: "" },
    ...{ annotator: "Reva", at: "2026-01-01T00:00:00.000Z", gold: [] },
    members: [
      ...versions.map(({ annotator, members, says }) => ({ annotator, members, says })),
      ...missing.map((annotator) => ({ annotator, members: [], says: "" })),
    ],
  };
}
