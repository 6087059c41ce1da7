import type { Span } from "../../../shared/model/annotation.ts";
import type { LabelDefinition, Scheme } from "../../../shared/model/scheme.ts";
import { inNumber, t } from "../../messages.ts";
import { kindOf } from "../marking.ts";

type Colour = LabelDefinition["colour"];

/** What the list of spans can be narrowed to; all where nothing is chosen. */
export interface SpanFilter {
  id: string;
  label: string;
  colour?: Colour;
  isMeant(span: Span): boolean;
}

export const everySpan: SpanFilter = { id: "", label: t("All labels"), isMeant: () => true };

/** Facts that some span has, then the scheme's labels, then those that spans have and the scheme has not. */
export function spanFilters(order: readonly Span[], scheme: Scheme): SpanFilter[] {
  const facts = factsFor(scheme).flatMap((fact) => {
    const count = order.filter(fact.isMeant).length;
    return count === 0 ? [] : [{ ...fact, label: `${fact.label} (${inNumber(count)})` }];
  });
  const known = new Set(scheme.labels.map(({ name }) => name));
  const unknown = new Set(order.map(({ label }) => label).filter((label) => !known.has(label)));
  return [
    everySpan,
    ...facts,
    ...scheme.labels.map(({ name, colour }) => forLabel(name, name, colour)),
    ...[...unknown].map((name) =>
      forLabel(name, t("{name} (not in the scheme)", { name }), "slate"),
    ),
  ];
}

/** The spans of a filter that have these words; the same list where nothing is left out. */
export function filterSpans(
  order: readonly Span[],
  { id, isMeant }: SpanFilter,
  words: string,
): readonly Span[] {
  const wanted = words.trim().toLocaleLowerCase();
  if (id === everySpan.id && wanted === "") return order;
  return order.filter((span) => isMeant(span) && span.quote.toLocaleLowerCase().includes(wanted));
}

/** No label may have a line end in its name. */
function factsFor(scheme: Scheme): SpanFilter[] {
  return [
    { id: "\nflagged", label: t("To look at"), isMeant: ({ flag }) => Boolean(flag) },
    { id: "\nunsure", label: t("Unsure"), isMeant: ({ unsure }) => unsure === true },
    { id: "\nnoted", label: t("With a note"), isMeant: ({ note }) => note !== "" },
    {
      id: "\nunlinked",
      label: t("Without an entity"),
      isMeant: ({ entity, label }) => entity === null && kindOf(scheme, label) !== null,
    },
  ];
}

function forLabel(name: string, label: string, colour: Colour): SpanFilter {
  return { id: name, label, colour, isMeant: (span) => span.label === name };
}
