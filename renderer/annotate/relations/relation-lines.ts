import type { Event, Id, Relation, TextRange } from "../../../shared/model/annotation.ts";
import { countWhile } from "../../../shared/text/count-while.ts";
import { startOf } from "../../state/report-index.ts";
import type { ReportState } from "../../state/report-state.ts";
import { relationIndex } from "./relation-index.ts";

/** A relation with the two places of the text that it is drawn between. */
export interface ShownRelation {
  relation: Relation;
  from: number;
  to: number;
  /** The label whose colour it has: of the span that it begins at. */
  label: string;
}

type State = Pick<
  ReportState,
  "order" | "spans" | "entities" | "entitySpans" | "relations" | "events"
>;

/** What a busy page can show and a reader can tell apart; the rest is counted. */
const most = 150;

/** The relations of one span, of its entity, and of the events that it triggers. */
export function relationsOfSpan(state: State, span: Id | null): ShownRelation[] {
  if (span === null || state.relations.size === 0) return [];
  const entity = state.spans.get(span)?.entity ?? null;
  const ends = [span, ...(entity === null ? [] : [entity]), ...triggeredBy(state, span)];
  return shown(state, ends, span);
}

/** Those that begin or end in a stretch of the text, and how many more there are than can be drawn. */
export function relationsInView(
  state: State,
  { start, end }: TextRange,
): { relations: ShownRelation[]; left: number } {
  const { order, relations } = state;
  if (relations.size === 0) return { relations: [], left: 0 };
  const first = countWhile(order.length, (at) => placeOf(order[at]) < start);
  const last = countWhile(order.length, (at) => placeOf(order[at]) <= end);
  const inView = order.slice(first, last);
  const ends = inView.flatMap(({ id, entity }) => (entity === null ? [id] : [id, entity]));
  const all = shown(state, state.events.size === 0 ? ends : [...ends, ...eventsAt(state, inView)]);
  return { relations: all.slice(0, most), left: Math.max(0, all.length - most) };
}

const placeOf = (span: State["order"][number] | undefined) =>
  span ? startOf(span) : Number.POSITIVE_INFINITY;

function triggeredBy({ events }: State, span: Id): Id[] {
  return events.size === 0 ? [] : idsOf([...events.values()], (trigger) => trigger === span);
}

function eventsAt({ events }: State, spans: State["order"]): Id[] {
  const ids = new Set(spans.map(({ id }) => id));
  return idsOf([...events.values()], (trigger) => ids.has(trigger));
}

const idsOf = (events: readonly Event[], isMeant: (trigger: Id) => boolean) =>
  events.filter(({ trigger }) => isMeant(trigger)).map(({ id }) => id);

function shown(state: State, ends: readonly Id[], near: Id | null = null): ShownRelation[] {
  const index = relationIndex(state.relations);
  const relations = new Set(ends.flatMap((id) => index.get(id) ?? []));
  return [...relations].flatMap((relation) => placed(state, relation, near) ?? []);
}

/** An entity stands where the text speaks of it: at the chosen span, else nearest to the other end. */
function placed(state: State, relation: Relation, near: Id | null): ShownRelation | null {
  const from = spansAt(state, relation.from);
  const to = spansAt(state, relation.to);
  const chosen = near === null ? undefined : state.spans.get(near);
  const isAt = (spans: typeof from) => chosen !== undefined && spans.includes(chosen);
  const start = isAt(from) ? chosen : from[0];
  const end = isAt(to) ? chosen : nearest(to, start);
  const begin = isAt(to) && !isAt(from) ? nearest(from, end) : start;
  if (!begin || !end) return null;
  return { relation, from: startOf(begin), to: startOf(end), label: begin.label };
}

function spansAt({ spans, events, entitySpans }: State, id: Id) {
  const span = spans.get(events.get(id)?.trigger ?? id);
  return span ? [span] : (entitySpans.get(id) ?? []);
}

function nearest(spans: ReturnType<typeof spansAt>, to: (typeof spans)[number] | undefined) {
  const place = to ? startOf(to) : 0;
  const distance = (span: (typeof spans)[number]) => Math.abs(startOf(span) - place);
  return spans.reduce<(typeof spans)[number] | undefined>(
    (best, span) => (best && distance(best) <= distance(span) ? best : span),
    undefined,
  );
}

/** A relation as it is drawn: a bracket between two heights, its name along it. */
export interface Bracket {
  id: Id;
  name: string;
  label: string;
  /** In pixels from the upper edge of the view; an end out of view lies on the edge. */
  from: number;
  to: number;
  isFromSeen: boolean;
  isToSeen: boolean;
  /** 0 is next to the text. */
  lane: number;
  /** The middle of the name, which is written along the line. */
  nameAt: number;
}

interface Stretch {
  top: number;
  bottom: number;
}

// In pixels: of a name's letter, rather large, and what stays free between two brackets.
const letter = 5.6;
const between = 5;

/**
 * Gives brackets that overlap a lane each, the shortest next to the text; with names, also those
 * whose names overlap.
 */
export function layBrackets(
  brackets: readonly Omit<Bracket, "lane" | "nameAt">[],
  { height, hasNames }: { height: number; hasNames: boolean },
): Bracket[] {
  const lanes: Stretch[][] = [];
  const length = ({ from, to }: { from: number; to: number }) => Math.abs(from - to);
  return brackets
    .toSorted((a, b) => length(a) - length(b))
    .map((bracket) => {
      const half = hasNames ? (bracket.name.length * letter) / 2 : 0;
      const nameAt = Math.min(
        Math.max((bracket.from + bracket.to) / 2, half + between),
        Math.max(height - half - between, half + between),
      );
      const top = Math.min(bracket.from, bracket.to, nameAt - half) - between;
      const bottom = Math.max(bracket.from, bracket.to, nameAt + half) + between;
      return { ...bracket, lane: takeLane(lanes, { top, bottom }), nameAt };
    });
}

function takeLane(lanes: Stretch[][], { top, bottom }: Stretch): number {
  const free = lanes.findIndex((lane) =>
    lane.every((other) => other.bottom <= top || bottom <= other.top),
  );
  const at = free < 0 ? lanes.length : free;
  const lane = lanes[at] ?? [];
  lane.push({ top, bottom });
  lanes[at] = lane;
  return at;
}
