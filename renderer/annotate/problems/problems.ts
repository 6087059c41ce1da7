import type { Id, Relation } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { type RuleChecker, ruleChecker } from "../../../shared/scheme/rules.ts";
import { startOf } from "../../state/report-index.ts";
import type { ReportState } from "../../state/report-state.ts";
import { relationIndex } from "../relations/relation-index.ts";

/** Something to look at: what does not keep to the scheme, or whose words were corrected. */
export interface Problem {
  /** Unique in the list. */
  id: string;
  what: "span" | "entity" | "relation" | "report";
  /** The annotation; of the report's own labels, "". */
  of: Id;
  attribute: string | null;
  sentence: string;
}

/** What there is to look at in the open report. */
export interface Problems {
  /** In reading order; what has no place comes last. The same list until something changes. */
  list(): readonly Problem[];
  /** Notes what a change touched; it is checked when there is time. */
  follow(change: Change): void;
  /** Checks everything again: another scheme, another text, or the beginning. */
  restart(): void;
  /** Checks what still waits for it. */
  catchUp(): void;
  /** Whether the person is asked to look or to finish all the same. */
  isAsking(): boolean;
  ask(isAsking: boolean): void;
  subscribe(listener: () => void): () => void;
}

interface Needs {
  state(): ReportState;
  scheme(): Scheme;
  /** Calls back when there is time. */
  later(act: () => void): void;
}

/** Of the report's labels, which have no identifier. */
const reportId = "";
/** So many take some milliseconds at most. */
const atOnce = 500;

/** Checks, apart from the work itself, only what changed. */
export function createProblems({ state, scheme, later }: Needs): Problems {
  const found = new Map<Id, readonly Problem[]>();
  const touched = new Set<Id>();
  /** What a new beginning has not come to yet. */
  let rest: Id[] = [];
  const listeners = new Set<() => void>();
  let checker = { scheme: scheme(), rules: ruleChecker(scheme()) };
  let isAll = true;
  let isWaiting = false;
  let hasNews = false;
  let isAsking = false;
  let list: readonly Problem[] | null = null;

  function wait(): void {
    if (isWaiting) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      checkSome(atOnce);
    });
  }

  /** Checks what changed, and of a new beginning so many; tells once all is done. */
  function checkSome(most: number): void {
    if (isAll) begin();
    checkTouched();
    for (const id of rest.splice(-most)) note(check(id));
    if (rest.length > 0) wait();
    else if (hasNews) tell();
  }

  function begin(): void {
    isAll = false;
    if (checker.scheme !== scheme()) checker = { scheme: scheme(), rules: ruleChecker(scheme()) };
    const { order, entities, relations } = state();
    const ids = [...order.map(({ id }) => id), ...entities.keys(), ...relations.keys()];
    rest = [...new Set([...found.keys(), ...ids, reportId])];
    // The list may be another even where every problem stays: places may have changed.
    hasNews = true;
  }

  function checkTouched(): void {
    if (touched.size === 0) return;
    const index = relationIndex(state().relations);
    // A span's label decides what its relations may be.
    const linked = [...touched].flatMap((id) => (index.get(id) ?? []).map((other) => other.id));
    for (const id of [...touched, ...linked]) note(check(id));
    touched.clear();
  }

  function note(isNews: boolean): void {
    hasNews ||= isNews;
  }

  function tell(): void {
    hasNews = false;
    list = null;
    if (found.size === 0) isAsking = false;
    for (const listener of listeners) listener();
  }

  /** Answers whether anything is to be looked at, or was. */
  function check(id: Id): boolean {
    const problems = problemsOf(id, state(), checker.rules);
    const had = found.delete(id);
    if (problems.length > 0) found.set(id, problems);
    return had || problems.length > 0;
  }

  return {
    list() {
      list ??= inReadingOrder([...found.values()].flat(), state());
      return list;
    },
    follow({ put, removed, layer }) {
      for (const { id } of [...put.spans, ...put.entities, ...put.relations]) touched.add(id);
      for (const id of removed) touched.add(id);
      if (layer) touched.add(reportId);
      if (touched.size > 0) wait();
    },
    restart() {
      isAll = true;
      wait();
    },
    catchUp: () => checkSome(Number.POSITIVE_INFINITY),
    isAsking: () => isAsking,
    ask(next) {
      if (next === isAsking) return;
      isAsking = next;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function problemsOf(id: Id, state: ReportState, rules: RuleChecker): Problem[] {
  const { spans, entities, relations } = state;
  const span = spans.get(id);
  if (span) {
    const flag = span.flag ? [{ attribute: null, sentence: span.flag }] : [];
    return asProblems("span", id, [...flag, ...rules.span(span)]);
  }
  const entity = entities.get(id);
  if (entity) return asProblems("entity", id, rules.entity(entity));
  const relation = relations.get(id);
  if (relation) return asProblems("relation", id, rules.relation(relation, typesIn(state)));
  return id === reportId ? asProblems("report", id, rules.report(state.labels)) : [];
}

const typesIn =
  ({ spans, entities, events }: ReportState) =>
  (id: Id) =>
    spans.get(id)?.label ?? entities.get(id)?.kind ?? events.get(id)?.label;

function asProblems(
  what: Problem["what"],
  of: Id,
  problems: readonly Pick<Problem, "attribute" | "sentence">[],
): Problem[] {
  return problems.map(({ attribute, sentence }, at) => ({
    id: `${of} ${at}`,
    what,
    of,
    attribute,
    sentence,
  }));
}

function inReadingOrder(problems: Problem[], state: ReportState): Problem[] {
  const places = new Map(problems.map((problem) => [problem, placeOf(problem, state)]));
  const place = (problem: Problem) => places.get(problem) ?? Number.POSITIVE_INFINITY;
  return problems.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function placeOf(problem: Problem, state: ReportState): number {
  const span = state.spans.get(spanOf(problem, state) ?? "");
  return span ? startOf(span) : Number.POSITIVE_INFINITY;
}

/** The span to go to for a problem: itself, the first of its entity, or where its relation begins; null for none. */
export function spanOf({ what, of }: Pick<Problem, "what" | "of">, state: ReportState): Id | null {
  if (what === "span") return state.spans.has(of) ? of : null;
  if (what === "entity") return state.entitySpans.get(of)?.[0]?.id ?? null;
  const relation = what === "relation" ? state.relations.get(of) : undefined;
  return relation ? spanOfEnd(relation, state) : null;
}

function spanOfEnd({ from }: Relation, { spans, events, entitySpans }: ReportState): Id | null {
  const id = events.get(from)?.trigger ?? from;
  return spans.has(id) ? id : (entitySpans.get(id)?.[0]?.id ?? null);
}
