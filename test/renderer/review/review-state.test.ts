import { expect, test } from "vitest";
import {
  countsOf,
  goTo,
  nextOpen,
  openedReview,
  rowsOf,
  stepped,
  withChange,
} from "../../../renderer/review/report/review-state.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Decision } from "../../../shared/review/decision.ts";
import { decisionOn, layerOf, reviewedOf, spanOn } from "./builders.ts";

const none = { spans: [], entities: [], relations: [], events: [], groups: [] };

const change = (decisions: Decision[], removed: string[] = [], more: Partial<Change> = {}) =>
  ({
    ...{ history: 1, summary: "", report: "report", put: none, removed: [], layer: null },
    ...{ stale: ["review"], next: { undo: null, redo: null } },
    review: { decisions, put: none, removed, layer: null },
    ...more,
  }) satisfies Change;

/** CD34 is missed by one, desmin has another label, S100 another end, and Positive is agreed. */
function opened() {
  const reviewed = reviewedOf([
    layerOf("Ana", [spanOn("Positive", "drug"), spanOn("CD34"), spanOn("desmin"), spanOn("S100")]),
    layerOf("Ben", [spanOn("Positive", "drug"), spanOn("desmin", "drug"), spanOn("S100 protein")]),
  ]);
  return openedReview(reviewed, null);
}

const wordsOf = (state: ReturnType<typeof opened>) =>
  rowsOf(state).map(({ difference }) => difference.words);
const keyOf = (state: ReturnType<typeof opened>, words: string) => {
  const found = state.reviewed.comparison.differences.find((one) => one.words === words);
  if (!found) throw new Error(`no difference on ${words}`);
  return found;
};

test("a review begins with the first difference that is open, and agreed ones are listed apart", () => {
  const state = opened();
  expect(state.current).toBe(keyOf(state, "CD34").key);
  expect(wordsOf(state)).toEqual(["CD34", "desmin", "S100"]);
  expect(wordsOf({ ...state, listed: "agreed" })).toEqual(["Positive"]);
  expect(countsOf(state)).toEqual({
    ...{ open: 3, later: 0, decided: 0, agreed: 1, accepted: 0, all: 3 },
  });
});

test("what was decided goes on to the next that is open, from the first again behind the last", () => {
  const state = opened();
  const last = goTo(state, keyOf(state, "S100").key) ?? state;
  const decision = decisionOn(keyOf(state, "S100"), { do: "union" });
  const next = withChange(last, change([decision]));
  expect(next?.current).toBe(keyOf(state, "CD34").key);
  expect(next && wordsOf(next)).toEqual(["CD34", "desmin"]);
});

test("what was put off comes after all that is open, and nothing after all is decided", () => {
  const state = opened();
  const on = (words: string, choice: "later" | "none") =>
    decisionOn(keyOf(state, words), { do: choice });
  const putOff = withChange(state, change([on("CD34", "later")])) ?? state;
  expect(putOff.current).toBe(keyOf(state, "desmin").key);
  const one = withChange(putOff, change([on("desmin", "none")])) ?? state;
  const two = withChange(one, change([on("S100", "none")])) ?? state;
  expect(two.current).toBe(keyOf(state, "CD34").key);
  const decided = { ...on("CD34", "none"), id: putOff.reviewed.decisions[0]?.id ?? "" };
  expect(withChange(two, change([decided]))?.current).toBeNull();
});

test("undo brings what it took back into view again", () => {
  const state = opened();
  const decision = decisionOn(keyOf(state, "CD34"), { do: "none" });
  const decided = withChange(state, change([decision])) ?? state;
  expect(decided.current).toBe(keyOf(state, "desmin").key);
  const undone = withChange(decided, change([], [decision.id]));
  expect(undone?.current).toBe(keyOf(state, "CD34").key);
  expect(undone && countsOf(undone).open).toBe(3);
});

test("a change of an annotator's work, of a text or of all layers has the report read again", () => {
  const state = opened();
  expect(withChange(state, change([], [], { removed: ["span 1"] }))).toBeNull();
  expect(withChange(state, change([], [], { stale: ["text"] }))).toBeNull();
  expect(withChange(state, change([], [], { stale: ["layers"] }))).toBeNull();
});

test("steps stay within the list, and the next open one passes over what is decided", () => {
  const state = opened();
  expect(stepped(state, -1)).toBe(keyOf(state, "CD34").key);
  expect(stepped(state, 1)).toBe(keyOf(state, "desmin").key);
  const decision = decisionOn(keyOf(state, "desmin"), { do: "none" });
  const decided = withChange(state, change([decision])) ?? state;
  expect(nextOpen(decided, keyOf(state, "CD34").key)).toBe(keyOf(state, "S100").key);
});
