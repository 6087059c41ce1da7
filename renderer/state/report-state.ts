import type { OpenReport } from "../../shared/contract/reports.ts";
import type { RangeMapping } from "../../shared/correct/mapping.ts";
import type {
  Entity,
  Event,
  Group,
  Id,
  LayerStatus,
  Relation,
  Span,
} from "../../shared/model/annotation.ts";
import type { Attributes } from "../../shared/model/attributes.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Report } from "../../shared/model/report.ts";
import { type EntitySpans, inReadingOrder, relink, reorder, withChanges } from "./report-index.ts";

/** Entities that a span may mean, best first, until the person takes one or goes on. */
export interface Offer {
  span: Id;
  suggestions: readonly { entity: Id; because: string }[];
}

/** A relation that is being drawn: where it begins, and once it is chosen, where it ends. */
interface Relating {
  from: Id;
  to: Id | null;
}

/** The open report as the page knows it: what is saved, and which span is chosen. */
export interface ReportState {
  report: Report;
  annotator: string;
  status: LayerStatus;
  labels: Attributes;
  /** On the report as a whole. */
  note: string;
  unsure: boolean;
  spans: ReadonlyMap<Id, Span>;
  /** The same spans in reading order. */
  order: readonly Span[];
  entities: ReadonlyMap<Id, Entity>;
  entitySpans: EntitySpans;
  relations: ReadonlyMap<Id, Relation>;
  events: ReadonlyMap<Id, Event>;
  groups: ReadonlyMap<Id, Group>;
  active: Id | null;
  offer: Offer | null;
  relating: Relating | null;
  /** From places of the text before the last correction to those of this one; null before the first. */
  carry: RangeMapping | null;
}

export type ReportEvent =
  | {
      type: "changed";
      change: Change;
      /** Whether the person did this just now; undo and redo are not. */
      isOwn?: boolean;
    }
  | {
      type: "corrected";
      /** The report as it was read again. */
      open: OpenReport;
      carry: RangeMapping;
    }
  | {
      type: "read-again";
      /** The same text with other annotations. */
      open: OpenReport;
    }
  | { type: "described"; title: string; case: string }
  | { type: "activated"; span: Id | null }
  | { type: "offered"; offer: Offer | null }
  | { type: "relating"; relating: Relating | null };

/** What a report that was just opened looks like. */
export function initialState({ report, layer }: OpenReport): ReportState {
  const order = layer.spans.toSorted(inReadingOrder);
  const entities = once(() => byId(layer.entities));
  const spans = once(() => byId(layer.spans));
  const entitySpans = once(() => groupByEntity(order));
  return {
    report,
    annotator: layer.annotator,
    status: layer.status,
    labels: layer.labels,
    note: layer.note ?? "",
    unsure: layer.unsure ?? false,
    // The text can be shown without these.
    get spans() {
      return spans();
    },
    order,
    get entities() {
      return entities();
    },
    get entitySpans() {
      return entitySpans();
    },
    relations: byId(layer.relations),
    events: byId(layer.events),
    groups: byId(layer.groups),
    active: null,
    offer: null,
    relating: null,
    carry: null,
  };
}

/** The one way in which the open report changes. Parts that an event does not touch stay the same objects. */
export function reduceReport(state: ReportState, event: ReportEvent): ReportState {
  switch (event.type) {
    case "changed":
      return tidy(choose(applyChange(state, event.change), state, event));
    case "corrected":
      return tidy({ ...initialState(event.open), active: state.active, carry: event.carry });
    case "read-again":
      return tidy({ ...initialState(event.open), active: state.active, carry: state.carry });
    case "described":
      return describe(state, event.title, event.case);
    case "activated":
      return event.span === state.active ? state : { ...state, active: event.span, offer: null };
    case "offered":
      return { ...state, offer: event.offer };
    case "relating":
      return { ...state, relating: event.relating };
    default:
      return event satisfies never;
  }
}

/** The report after a change that is already saved. */
function applyChange(state: ReportState, change: Change): ReportState {
  const { put, removed, layer } = change;
  const spans = withChanges(state.spans, put.spans, removed);
  const touchesSpans = spans !== state.spans;
  return {
    ...state,
    status: layer?.status ?? state.status,
    labels: layer?.labels ?? state.labels,
    note: layer?.note ?? state.note,
    unsure: layer?.unsure ?? state.unsure,
    spans,
    order: touchesSpans ? reorder(state.order, state.spans, change) : state.order,
    entities: withChanges(state.entities, put.entities, removed),
    entitySpans: touchesSpans ? relink(state.entitySpans, state.spans, change) : state.entitySpans,
    relations: withChanges(state.relations, put.relations, removed),
    events: withChanges(state.events, put.events, removed),
    groups: withChanges(state.groups, put.groups, removed),
  };
}

function describe(state: ReportState, title: string, caseName: string): ReportState {
  const { report } = state;
  if (report.title === title && report.case === caseName) return state;
  return { ...state, report: { ...report, title, case: caseName } };
}

/** What the person has just marked is the active span at once, so that both are drawn together. */
function choose(
  state: ReportState,
  before: ReportState,
  { change, isOwn = false }: Extract<ReportEvent, { type: "changed" }>,
): ReportState {
  const [span, ...others] = change.put.spans;
  if (!isOwn || !span || others.length > 0 || before.spans.has(span.id)) return state;
  return { ...state, active: span.id, offer: null };
}

/** What is chosen or offered must be there still. */
function tidy(state: ReportState): ReportState {
  const active = state.active !== null && state.spans.has(state.active) ? state.active : null;
  const offered = state.offer && state.spans.get(state.offer.span);
  const offer = offered && offered.entity === null && active === offered.id ? state.offer : null;
  const relating = stillThere(state) ? state.relating : null;
  const isTidy = active === state.active && offer === state.offer && relating === state.relating;
  return isTidy ? state : { ...state, active, offer, relating };
}

function stillThere({ relating, spans }: ReportState): boolean {
  return (
    relating === null || [relating.from, relating.to ?? relating.from].every((id) => spans.has(id))
  );
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function byId<Value extends { id: Id }>(values: readonly Value[]): ReadonlyMap<Id, Value> {
  return new Map(values.map((value) => [value.id, value]));
}

function groupByEntity(order: readonly Span[]): EntitySpans {
  const groups = Map.groupBy(order, ({ entity }) => entity);
  const index = new Map<Id, readonly Span[]>();
  for (const [entity, spans] of groups) if (entity !== null) index.set(entity, spans);
  return index;
}
