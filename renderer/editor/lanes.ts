import type { Span, TextRange } from "../../shared/model/annotation.ts";
import type { LabelLooks } from "./labels.ts";
import type { MarkContext } from "./marks.ts";
import type { Piece, Segment } from "./segments.ts";

/** Whose spans stand in which line under the text, where several people's are shown together. */
export interface Lanes {
  /** How many there are; the last is drawn strongest. */
  count: number;
  /** From 0, next to the text; null for what has a tint and no line. */
  of(span: Span): number | null;
  /** What a screen reader hears where a tinted span begins. */
  describe(span: Span): string;
}

/** More lines than these would reach into the next line of text, however far it is away. */
export const mostLanes = 10;

// In pixels. With more lanes the lines stand closer, so that as much text is in view.
const wide = { line: 2, lane: 4 };
const narrow = { line: 2, lane: 3 };
const mostWide = 4;
const strongest = 3;
const withoutLanes = 28;

/** Tells the style sheet how many lanes there are: the room under each line of text, and where they run. */
export function applyLanes(root: HTMLElement, { count }: Lanes): void {
  const { line, lane } = count > mostWide ? narrow : wide;
  const lanes = Array.from({ length: count }, (_, at) => at);
  const height = (at: number) => (at === count - 1 ? strongest : line);
  const sizes = lanes.map((at) => `100% ${height(at)}px`);
  const places = lanes.map((at) => `0 calc(1.3em + ${at * lane}px)`);
  root.classList.add("laned");
  root.style.setProperty("--lane-sizes", ["100% 1.3em", ...sizes].join(","));
  root.style.setProperty("--lane-places", ["0 0", ...places].join(","));
  root.style.setProperty("--lanes-height", `${count * lane}px`);
  root.style.setProperty("--line-height", `${withoutLanes + count * lane}px`);
}

/** The attributes of a segment's element: a tint where something is tinted, and each lane's line. */
export function laneAttributes(
  { start, end, pieces }: Segment,
  lanes: Lanes,
  { looks, numbers, active }: MarkContext,
): Record<string, string> {
  const tinted = pieces.filter(({ span }) => lanes.of(span) === null);
  const lined = pieces.filter(({ span }) => lanes.of(span) !== null);
  const lit = tinted.find(({ span }) => span.id === active);
  const first = tinted.filter(({ range }) => range.start === start).map(({ span }) => span);
  return {
    class: classes({ start, end }, lit),
    role: "mark",
    style: layers(start, lined, lit ?? tinted[0], lanes, looks),
    "data-spans": [...tinted, ...lined].map(({ span }) => numbers.numberOf(span.id)).join(" "),
    ...(first.length > 0 && {
      "aria-description": [...new Set(first.map(lanes.describe))].join(", "),
    }),
  };
}

/** All pieces of the chosen span have one frame around them. */
function classes({ start, end }: TextRange, lit: Piece | undefined): string {
  if (!lit) return "mark";
  const ends = [
    lit.range.start === start && "lit-start",
    lit.range.end === end && "lit-end",
  ].filter((name) => name !== false);
  return ["mark", "lit", ...ends].join(" ");
}

function layers(
  start: number,
  lined: readonly Piece[],
  tinted: Piece | undefined,
  lanes: Lanes,
  looks: LabelLooks,
): string {
  const lines: string[] = [];
  for (const { span, range } of lined) {
    const lane = lanes.of(span) ?? 0;
    const { colour } = looks.lookOf(span.label);
    // Where one span begins right behind another, or within it, a notch shows it.
    const begins = range.start === start || (lines[lane]?.startsWith(notch) ?? false);
    lines[lane] = `${begins ? notch : whole}var(--mark-line,var(--label-${colour})) 0 0)`;
  }
  const images = Array.from({ length: lanes.count }, (_, at) => lines[at] ?? "none");
  const look = tinted && looks.lookOf(tinted.span.label);
  const tint = look ? `var(--lit,var(--tint-${look.number}))` : "none";
  const active = look ? `;--active:var(--mark-active,var(--label-${look.colour}))` : "";
  return `background-image:${[tint, ...images].join(",")}${active}`;
}

const notch = "linear-gradient(90deg,transparent 2px,";
const whole = "linear-gradient(90deg,";
