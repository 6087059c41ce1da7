import type { Id, Span } from "../../shared/model/annotation.ts";
import type { LabelLooks } from "./labels.ts";
import type { SpanNumbers } from "./marks.ts";

/** Softly lights all pieces of the span under the pointer. */
export interface Hover {
  set(span: Id | null): void;
  remove(): void;
}

/**
 * By a style rule and not by redrawing: what the pointer passes over comes and goes many times a
 * second. `scope` is a selector for the one editor that it holds for.
 */
export function createHover(
  scope: string,
  numbers: SpanNumbers,
  spanOf: (id: Id) => Span | undefined,
  looks: () => LabelLooks,
): Hover {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let shown: Id | null = null;

  function ruleFor(id: Id | null): string {
    const span = id === null ? undefined : spanOf(id);
    if (!span) return "";
    const colour = `var(--label-${looks().lookOf(span.label).colour})`;
    const tint = `color-mix(in oklab, ${colour} 26%, transparent)`;
    const piece = `${scope} [data-spans~="${numbers.numberOf(span.id)}"]:not(.lit)`;
    return `${piece} { --lit: linear-gradient(${tint} 0 0); }`;
  }

  return {
    set(span) {
      if (span === shown) return;
      shown = span;
      sheet.replaceSync(ruleFor(span));
    },
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}
