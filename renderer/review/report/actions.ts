import type { Id } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { AgreedRule, AlikeChoice, Choice } from "../../../shared/review/decision.ts";
import { isAgreed } from "../../../shared/review/standing.ts";
import { toast } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";
import { write } from "../../state/app-store.ts";
import type { ValueStore } from "../../state/value-store.ts";
import { createWrites, type Send } from "../../state/writes.ts";
import { isToDecide } from "../difference-words.ts";
import { countsOf, differenceOf, leftIn, type ReviewState, standingOf } from "./review-state.ts";

/** Why something is decided: one of a list, and a note. */
export interface Why {
  reason: string;
  note: string;
}

export const noReason: Why = { reason: "", note: "" };

/** What a reviewer does with a report. Each waits for the one before it, so that keys may come fast. */
export interface ReviewActions {
  /** Decides the difference that is looked at when its turn comes. */
  decide(choice: Choice, why: Why): Promise<boolean>;
  /** Says why the current difference was decided as it was. */
  explain(why: Why): Promise<boolean>;
  decideMany(
    differences: readonly { report: Id; key: string }[],
    choice: AlikeChoice,
    why: Why,
  ): Promise<boolean>;
  withdraw(): Promise<boolean>;
  acceptAgreed(rule: AgreedRule): Promise<boolean>;
  /** Accepts what is agreed, and finishes the report where nothing is left to decide. */
  finish(rule: AgreedRule): Promise<boolean>;
  reopen(): Promise<boolean>;
}

export function createActions(
  store: ValueStore<ReviewState>,
  annotators: () => string[] | null,
  send: Send = write,
): ReviewActions {
  const writes = createWrites(send);
  const report = () => store.get().reviewed.report.id;
  const current = () => differenceOf(store.get(), store.get().current);
  const isDone = async (change: Promise<Change | null>) => (await change) !== null;

  /** Entities are of decided spans, so those of their spans that all agree on are accepted before. */
  async function acceptBelow() {
    const change = await writes.write("review.acceptAgreed", () => {
      const isNeeded = current()?.on.some((key) => isAgreedAndOpen(store.get(), key)) ?? false;
      if (!isNeeded) return null;
      return { reports: [report()], rule: { of: "all" as const }, annotators: annotators() };
    });
    if (change) toast({ text: t("What all agree on was accepted first.") });
  }

  return {
    async decide(choice, why) {
      let key: string | null = null;
      await acceptBelow();
      const change = await writes.write("review.decide", () => {
        key = current()?.key ?? null;
        if (key === null) return null;
        return { report: report(), key, choice, annotators: annotators(), ...why };
      });
      if (change && key) store.set({ ...store.get(), last: { key, choice, ...why } });
      return change !== null;
    },
    explain: (why) =>
      isDone(
        writes.write("review.decide", () => {
          const { current: key } = store.get();
          const choice = key && standingOf(store.get(), key).decision?.choice;
          if (!key || !choice) return null;
          return { report: report(), key, choice, annotators: annotators(), ...why };
        }),
      ),
    decideMany: async (differences, choice, why) => {
      const asked = { differences: [...differences], choice, annotators: annotators(), ...why };
      const change = await writes.write("review.decideMany", () => asked);
      if (change) sayLeft(change);
      return change !== null;
    },
    withdraw: () =>
      isDone(
        writes.write("review.withdraw", () => {
          const { current: key } = store.get();
          const decision = key && standingOf(store.get(), key).decision;
          return decision ? { decisions: [decision.id] } : null;
        }),
      ),
    acceptAgreed: (rule) =>
      isDone(
        writes.write("review.acceptAgreed", () => ({
          ...{ reports: [report()], rule, annotators: annotators() },
        })),
      ),
    async finish(rule) {
      await writes.write("review.acceptAgreed", () => {
        const { agreed } = countsOf(store.get());
        if (leftIn(store.get()) > 0 || agreed === 0) return null;
        return { reports: [report()], rule, annotators: annotators() };
      });
      return isDone(
        writes.write("review.finish", () => {
          if (leftIn(store.get()) > 0) return null;
          return { report: report(), isFinished: true, annotators: annotators() };
        }),
      );
    },
    reopen: () =>
      isDone(
        writes.write("review.finish", () => ({
          ...{ report: report(), isFinished: false, annotators: annotators() },
        })),
      ),
  };
}

function isAgreedAndOpen(state: ReviewState, key: string): boolean {
  const difference = differenceOf(state, key);
  return difference !== null && isAgreed(difference) && isToDecide(standingOf(state, key).state);
}

/** What could not be decided with the others stays open, and why is said. */
function sayLeft(change: Change): void {
  // The answer of this operation has more than a Change, which `write` does not tell the compiler.
  const { decided, left } = change as Change & {
    decided: number;
    left: readonly { why: string }[];
  };
  const [first] = left;
  if (first)
    toast({
      text: t(
        "{decided, plural, one {One is decided} other {# are decided}}, {left, plural, one {one stays open} other {# stay open}}: {why}",
        { decided, left: left.length, why: first.why },
      ),
    });
}
