import type { Id, Span } from "../../shared/model/annotation.ts";
import type { LabelLooks } from "./labels.ts";
import type { SpanNumbers } from "./marks.ts";

/** Lights all pieces of the chosen span, and more softly those of the one under the pointer. */
export interface Highlight {
  setActive(span: Id | null): void;
  setHovered(span: Id | null): void;
  /** Writes the rules again, after spans or labels have changed. */
  refresh(): void;
  remove(): void;
}

/**
 * By style rules and not by redrawing: they reach every piece, also those drawn later, and cost
 * next to nothing. `scope` is a selector for the one editor that they hold for.
 */
export function createHighlight(
  scope: string,
  numbers: SpanNumbers,
  spanOf: (id: Id) => Span | undefined,
  looks: () => LabelLooks,
): Highlight {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  let active: Id | null = null;
  let hovered: Id | null = null;
  let written = "";

  function rules(id: Id | null, make: typeof activeRules) {
    const span = id === null ? undefined : spanOf(id);
    if (!span) return "";
    const colour = `var(--label-${looks().lookOf(span.label).colour})`;
    return make(scope, numbers.numberOf(span.id), colour);
  }

  function refresh() {
    const next =
      rules(hovered === active ? null : hovered, hoverRules) + rules(active, activeRules);
    if (next !== written) sheet.replaceSync(next);
    written = next;
  }

  return {
    setActive(span) {
      active = span;
      refresh();
    },
    setHovered(span) {
      hovered = span;
      refresh();
    },
    refresh,
    remove() {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    },
  };
}

function hoverRules(scope: string, number: number, colour: string): string {
  return `${scope} [data-spans~="${number}"] { --lit: ${tint(colour, 26)}; }\n`;
}

function activeRules(scope: string, number: number, colour: string): string {
  return `
${scope} [data-spans~="${number}"] {
  --lit: ${tint(colour, 36)};
  --before: 0 0 transparent;
  --after: 0 0 transparent;
  box-shadow: 0 -1.5px ${colour}, 0 1.5px ${colour}, var(--before), var(--after);
}
${scope} [data-starts~="${number}"] { --before: -1.5px 0 ${colour}; }
${scope} [data-starts~="${number}"]::before { background: var(--paper); }
${scope} [data-ends~="${number}"] { --after: 1.5px 0 ${colour}; }
@media (forced-colors: active) { ${scope} [data-spans~="${number}"] { outline: 2px solid Highlight; } }
`;
}

function tint(colour: string, percent: number): string {
  return `linear-gradient(color-mix(in oklab, ${colour} ${percent}%, transparent) 0 0)`;
}
