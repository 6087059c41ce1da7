import { grouped } from "../../../renderer/review/grouped.ts";
import { indexLayers, type LayerIndex } from "../../../renderer/review/report/layer-index.ts";
import type { ReviewedReport } from "../../../shared/contract/review.ts";
import type { Entity, Span, TextRange } from "../../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../../shared/model/document.ts";
import type { Difference, Version } from "../../../shared/review/difference.ts";
import { type Edge, stepEdge, withEdgeAt } from "../../../shared/text/edges.ts";

/** What somebody presses who knows what is meant. */
export interface ReviewPlan {
  /** The keys that decide a difference. */
  keysFor(difference: Difference): string[];
  /** Whose version those keys take; null where they take none. */
  takenBy(difference: Difference): string | null;
}

/** `meant`: the layer that every annotator meant. `keyOf`: the letter that gives a label. */
export function planReview(
  { report, layers }: ReviewedReport,
  meant: DocumentLayer,
  keyOf: (label: string) => string,
): ReviewPlan {
  const index = indexLayers(layers);
  const spans = new Map(meant.spans.map((span) => [nameOf(span), span]));
  const entities = new Map(meant.entities.map((entity) => [factsOf(entity), entity]));

  const isRight = ({ members }: Version) =>
    members.every((id) => {
      const span = index.spans.get(id);
      if (span) return spans.has(nameOf(span));
      const entity = index.entities.get(id);
      return entity !== undefined && entities.has(factsOf(entity));
    });
  const rightNumber = (difference: Difference) =>
    grouped(difference.versions).findIndex(([version]) => isRight(version));
  const isMeant = ({ start, end }: TextRange) =>
    meant.spans.some(({ ranges }) => ranges.some((one) => one.start < end && start < one.end));

  return {
    keysFor(difference) {
      if (difference.stage === "entities" && entitiesDiffer(difference)) return ["u"];
      const at = rightNumber(difference);
      if (at >= 0) return [`${at + 1}`];
      const edited = editKeys(report.text, difference, index, meant.spans, keyOf);
      if (edited) return edited;
      return isMeant(difference) ? ["1"] : ["x"];
    },
    takenBy(difference) {
      if (difference.stage !== "spans") return null;
      const at = rightNumber(difference);
      return grouped(difference.versions)[at]?.[0].annotator ?? null;
    },
  };
}

/** Everybody says the same of it and links other spans to it: all of them are meant. */
const entitiesDiffer = ({ types }: Difference) =>
  types.includes("entity") && !types.includes("attribute") && !types.includes("code");

const nameOf = ({ label, ranges }: Pick<Span, "label" | "ranges">) =>
  `${label} ${ranges.map(({ start, end }) => `${start}-${end}`).join(",")}`;

const factsOf = ({ kind, name, codes, fields }: Entity) =>
  JSON.stringify([kind, name, codes, fields]);

const mostSteps = 6;

/** Begins with what most say, gives the label that is meant and moves the end by words; null where that leads nowhere. */
function editKeys(
  text: string,
  { versions, start, end }: Difference,
  index: LayerIndex,
  meant: readonly Span[],
  keyOf: (label: string) => string,
): string[] | null {
  const [first] = grouped(versions)[0] ?? [];
  const span = index.spans.get(first?.members[0] ?? "");
  const wanted = meant.find(({ ranges }) =>
    ranges.some((one) => one.start < end && start < one.end),
  );
  if (!span || !wanted || first?.members.length !== 1) return null;
  const steps = stepsTo(text, span.ranges, wanted.ranges);
  if (steps === null) return null;
  const label = span.label === wanted.label ? [] : [keyOf(wanted.label)];
  return ["e", ...label, ...steps, "Enter"];
}

function stepsTo(
  text: string,
  from: readonly TextRange[],
  to: readonly TextRange[],
): string[] | null {
  const edge: Edge = { range: 0, side: "end" };
  for (const direction of [1, -1] as const) {
    let ranges = [...from];
    for (let steps = 0; steps <= mostSteps; steps++) {
      if (JSON.stringify(ranges) === JSON.stringify(to))
        return Array.from({ length: steps }, () => (direction === 1 ? ">" : "<"));
      ranges = withEdgeAt(text, ranges, edge, stepEdge(text, ranges, edge, direction, "word"));
    }
  }
  return null;
}
