import type { Id, TextRange } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import type { LabelLooks } from "./labels.ts";
import type { Piece, Segment } from "./segments.ts";
import { widthOfTag } from "./tag-room.ts";

/** Lanes beyond this many are shown as a count: they would reach into the line below. */
const drawnLanes = 6;

/** More lanes than these have room between two lines of text only where each is thinner. */
const thickLanes = 3;

/** Short numbers in place of identifiers, for the page's attributes and style rules. */
export interface SpanNumbers {
  numberOf(id: Id): number;
  idOf(number: number): Id | undefined;
}

export function createNumbers(): SpanNumbers {
  const numbers = new Map<Id, number>();
  const ids: Id[] = [];
  return {
    numberOf(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, ids.length);
      return ids.push(id) - 1;
    },
    idOf: (number) => ids[number],
  };
}

export interface MarkContext {
  looks: LabelLooks;
  numbers: SpanNumbers;
  /** The chosen span. */
  active: Id | null;
}

/**
 * The attributes of a segment's element. Its looks are layers of one background, so that neither
 * the lines' height nor the text's place depends on what is marked. `room` is how far the tag may
 * reach, in characters.
 */
export function markAttributes(
  { start, end, pieces, lanes }: Segment,
  { looks, numbers, active }: MarkContext,
  room = Number.POSITIVE_INFINITY,
): Record<string, string> {
  const starting = pieces.filter((piece) => piece.range.start === start);
  const lit = pieces.find(({ span }) => span.id === active);
  const hidden = pieces.filter(({ lane }) => lane >= drawnLanes).length;
  return {
    class: classes({ start, end }, lanes, lit, pieces[0]?.span.unsure),
    role: "mark",
    style: layers(pieces, looks) + (lit ? litStyle(lit, looks) : ""),
    "data-spans": pieces.map(({ span }) => numbers.numberOf(span.id)).join(" "),
    ...(starting.length > 0 && {
      ...tagAttributes(tag(starting), room),
      "aria-description": starting.map(describe).join(", "),
    }),
    ...(hidden > 0 && { "data-more": `+${hidden}` }),
  };
}

/** All pieces of the chosen span have one frame around them. */
function classes(
  { start, end }: TextRange,
  lanes: number,
  lit: Piece | undefined,
  unsure = false,
): string {
  const all = [
    unsure && "unsure",
    lanes > thickLanes && "deep",
    lit && "lit",
    lit?.range.start === start && "lit-start",
    lit?.range.end === end && "lit-end",
  ];
  return ["mark", ...all.filter((name) => typeof name === "string")].join(" ");
}

function litStyle({ span }: Piece, looks: LabelLooks): string {
  return `;--active:var(--mark-active,var(--label-${looks.lookOf(span.label).colour}))`;
}

function tagAttributes(name: string, room: number): Record<string, string> {
  const width = widthOfTag(name, room);
  if (width === 0) return {};
  return { "data-tag": name, ...(width !== null && { "data-tag-width": `${width}` }) };
}

function layers(pieces: readonly Piece[], looks: LabelLooks): string {
  const lines: string[] = [];
  for (const { lane, span } of pieces)
    if (lane < drawnLanes) lines[lane] = `var(--line-${looks.lookOf(span.label).number})`;
  const images = Array.from(lines, (line) => line ?? "none").join(",");
  const top = looks.lookOf(pieces[0]?.span.label ?? "").number;
  return `--tag:var(--text-${top});--lanes:${lines.length};background-image:var(--lit,var(--unsure,var(--tint-${top}))),${images}`;
}

/** The shortest span's label, whose tint it stands over, and how many more begin here. */
function tag([shortest, ...more]: readonly Piece[]): string {
  if (!shortest) return "";
  const name = nameOf(shortest);
  return more.length > 0 ? `${name} +${more.length}` : name;
}

const describe = ({ span: { label, unsure } }: Piece) =>
  unsure ? t("{label}, unsure", { label }) : label;

/** The label's name, with dots towards the other pieces of the same span. */
function nameOf({ span: { label, ranges, unsure }, range }: Piece): string {
  const before = ranges.some(({ start }) => start < range.start) ? "⋯ " : "";
  const after = ranges.some(({ start }) => start > range.start) ? " ⋯" : "";
  return before + label + (unsure ? " ?" : "") + after;
}
