import { Decoration } from "prosemirror-view";
import type { Span, TextRange } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import type { MarkContext } from "./marks.ts";
import type { Positions } from "./positions.ts";

/** A sign where a span stands that has no words there: a correction took them, or a file had none. */
export function drawEmpty(
  spans: readonly Span[],
  within: TextRange,
  positions: Positions,
  context: MarkContext,
): Decoration[] {
  return spans.flatMap((span) =>
    span.ranges
      .filter(({ start, end }) => start === end && within.start <= start && start <= within.end)
      .map(({ start }) => sign(span, positions.toPosition(start, "start"), context)),
  );
}

function sign(span: Span, position: number, { looks, numbers, active }: MarkContext): Decoration {
  const { colour } = looks.lookOf(span.label);
  const isLit = span.id === active;
  const toDom = () => {
    const dom = document.createElement("span");
    dom.className = isLit ? "empty-mark lit-empty" : "empty-mark";
    dom.style.setProperty("--active", `var(--mark-active, var(--label-${colour}))`);
    dom.dataset.spans = `${numbers.numberOf(span.id)}`;
    dom.setAttribute("role", "mark");
    dom.setAttribute("aria-label", t("{label}, without words", { label: span.label }));
    return dom;
  };
  const key = `${span.id} ${colour} ${isLit}`;
  return Decoration.widget(position, toDom, { key, side: -1, ignoreSelection: true });
}
