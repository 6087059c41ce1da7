import type { ReportThen } from "../../shared/contract/history.ts";
import type { Span } from "../../shared/model/annotation.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { t } from "../messages.ts";

/** What the editor shows of an earlier time: a span that is not so any more has a label that says so. */
export function shownThen(
  { layer, differences }: Pick<ReportThen, "layer" | "differences">,
  labels: readonly LabelDefinition[],
): { spans: Span[]; labels: LabelDefinition[] } {
  const since = new Map(differences.map((one) => [one.id, one.since]));
  const spans = layer.spans.map((span) => {
    const what = since.get(span.id);
    return what === undefined ? span : { ...span, label: marked(span.label, what) };
  });
  const others = labels.flatMap((label) =>
    (["removed", "changed"] as const).map((what) => ({ ...label, name: marked(label.name, what) })),
  );
  return { spans, labels: [...labels, ...others] };
}

// Short, as a tag has only the room over its span.
const marked = (label: string, since: string) =>
  t(since === "removed" ? "{label} gone" : "{label} changed", { label });
