import { useEffect, useState } from "react";
import { suggestionKeys } from "../../../shared/commands.ts";
import { plainKey } from "../../../shared/keys.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import type { Choice } from "../../../shared/review/decision.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { openDialog } from "../../dialogs/open-dialog.ts";
import { platform } from "../../look/platform.ts";
import { toast } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";
import { useCommands } from "../../shell/commands.ts";
import { isToDecide } from "../difference-words.ts";
import { grouped } from "../grouped.ts";
import { aboutDifference } from "../questions/about.ts";
import { noReason, type Why } from "./actions.ts";
import { agreedRule } from "./agreed-rule.ts";
import { type DeskSession, focusList } from "./desk-session.ts";
import { differenceOf, goTo, listed, nextOpen, standingOf, stepped } from "./review-state.ts";
import { useNeighbours } from "./use-neighbours.ts";

type DeskPanel = "alike" | "reason" | "edit";

/** What can be done with the report under review, and which panel is open below its text. */
export interface DeskCommands {
  panel: DeskPanel | null;
  close: () => void;
  /** Why the next decision is as it is. */
  why: Why;
  explain: (why: Why) => void;
  /** Where an edited version stands, while it is edited. */
  draft: readonly TextRange[] | null;
  setDraft: (ranges: readonly TextRange[] | null) => void;
  save: (choice: Choice) => void;
  /** Takes the version of that number, from 1. */
  take: (number: number) => void;
  finish: () => void;
}

/** Gives the Review screen's commands to a report, and answers what its parts need of them. */
export function useDeskCommands(session: DeskSession): DeskCommands {
  const { store, state, actions, place } = session;
  const [panel, setPanel] = useState<DeskPanel | null>(null);
  const [why, setWhy] = useState(noReason);
  const [draft, setDraft] = useState<readonly TextRange[] | null>(null);
  const neighbours = useNeighbours(session);
  const current = differenceOf(state, state.current);
  const standing = current && standingOf(state, current.key);

  const close = () => {
    setPanel(null);
    setDraft(null);
    focusList(place.current);
  };
  const show = (key: string | null) => {
    const next = goTo(store.get(), key);
    if (next) store.set(next);
  };
  const decide = (choice: Choice) => {
    setWhy(noReason);
    void actions.decide(choice, why);
  };
  const take = (number: number) => {
    const version = current && grouped(current.versions)[number - 1]?.[0];
    if (version) decide({ do: "take", annotator: version.annotator });
  };
  const explain = (next: Why) => {
    const isDecided = standing !== null && !isToDecide(standing.state);
    if (isDecided) void actions.explain(next);
    else setWhy(next);
    close();
  };
  const openAlike = () => {
    if (state.last || standing?.decision) setPanel("alike");
    else
      toast({ text: t("Decide one first; then the others like it can be decided the same way.") });
  };
  const finish = () => void neighbours.finish();
  const isFree = panel === null && current !== null;

  useDigits(isFree ? take : null);
  useCommands({
    "difference.next": () => show(stepped(store.get(), 1)),
    "difference.previous": () => show(stepped(store.get(), -1)),
    "difference.nextOpen": () => show(nextOpen(store.get(), store.get().current)),
    "report.previous": () => void neighbours.go(-1),
    "report.next": () => void neighbours.go(1),
    "report.finish": finish,
    "report.reopen": () => void actions.reopen(),
    "review.filter": () => store.set({ ...store.get(), listed: nextListed(store.get().listed) }),
    "review.acceptAgreed": () => void actions.acceptAgreed(agreedRule.get()),
    "text.focus": () => (panel ? close() : focusList(place.current)),
    ...(isFree && {
      "difference.union": () => decide({ do: "union" }),
      "difference.intersection": () => decide({ do: "intersection" }),
      "difference.none": () => decide({ do: "none" }),
      "difference.later": () => decide({ do: "later" }),
      "difference.edit": () => setPanel("edit"),
      "difference.reason": () => setPanel("reason"),
      "difference.alike": openAlike,
      "difference.withdraw": () => void actions.withdraw(),
      "question.ask": () => askAbout(state.reviewed.report.id, current),
    }),
  });
  const save = (choice: Choice) => {
    close();
    decide(choice);
  };
  return { panel, close, why, explain, draft, setDraft, save, take, finish };
}

const askAbout = (report: string, difference: Difference) =>
  openDialog({ kind: "ask-question", about: aboutDifference({ report, difference }) });

const nextListed = (now: (typeof listed)[number]) =>
  listed[(listed.indexOf(now) + 1) % listed.length] ?? "open";

/** The digits take versions; they are no commands, as little as where they take what is suggested. */
function useDigits(take: ((number: number) => void) | null): void {
  useEffect(() => {
    if (!take) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyped(event.target)) return;
      const at = suggestionKeys.indexOf(plainKey(event, platform) ?? "");
      if (at < 0) return;
      event.preventDefault();
      take(at + 1);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [take]);
}

/** In fields digits are typed; dialogs and menus have the keyboard to themselves. */
function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [role=dialog], [role=menu]") !== null;
}
