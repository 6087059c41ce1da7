import { useEffect, useRef } from "react";
import { t } from "../../messages.ts";
import { stageNames, stateNames, typeNames } from "../difference-words.ts";
import type { DeskSession } from "./desk-session.ts";
import { countsOf, differenceOf, rowsOf, standingOf } from "./review-state.ts";

/** Says which difference is looked at whenever it is another, and what became of the one before. */
export function useSaying({ state, say, store }: DeskSession): void {
  const { current, last } = state;
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another difference is said, as it is by then
  useEffect(() => {
    const now = store.get();
    const difference = differenceOf(now, current);
    if (!difference && isFirst.current) return;
    isFirst.current = false;
    if (!difference) return say(t("Everything is decided."));
    const rows = rowsOf(now);
    const words = {
      at: rows.findIndex(({ id }) => id === current) + 1,
      all: rows.length,
      open: countsOf(now).open,
      stage: stageNames[difference.stage],
      types: difference.types.map((type) => typeNames[type]).join(", "),
      words: difference.words,
      state: stateNames[standingOf(now, difference.key).state],
    };
    const here = t("{stage}, {at} of {all}: {words}; {types}; {state}", words);
    const decided = last && last.key !== current ? differenceOf(now, last.key) : null;
    say(decided ? t("{words} is decided. {here}", { words: decided.words, here }) : here);
  }, [current]);
}
