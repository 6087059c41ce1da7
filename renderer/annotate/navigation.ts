import { useMemo } from "react";
import type { Neighbours } from "../../shared/contract/reports.ts";
import { call } from "../api.ts";
import { clearFilter, type LibraryFilter, libraryFilter } from "../library/library-state.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { mayFinishWith } from "./problems/step-to-problem.ts";
import { mayFinish, skipRest } from "./reading/reading-actions.ts";
import type { Session } from "./session.ts";

export interface Navigation {
  go(where: "previous" | "next"): void;
  /** Sets the status to done and goes to the next report that is not; shows what was not read, if anything. */
  finish(): void;
  /** The same, skipping on purpose what was not read. */
  finishSkipping(): void;
}

/** The ways from the open report to the others that the library shows. */
export function useNavigation(session: Session): Navigation {
  const { store, actions, reading, problems, writes } = session;
  return useMemo(() => {
    const { id } = store.state().report;
    const finishNow = () =>
      void finish({ store, actions, reading, problems, writes }).catch(toastError);
    return {
      go: (where) => void show(id, where).catch(toastError),
      finish: finishNow,
      finishSkipping() {
        if (store.state().status === "open") skipRest({ store, reading });
        finishNow();
      },
    };
  }, [store, actions, reading, problems, writes]);
}

async function finish({
  store,
  actions,
  reading,
  problems,
  writes,
}: Pick<Session, "store" | "actions" | "reading" | "problems" | "writes">): Promise<void> {
  const { report, status } = store.state();
  if (status === "open" && !(await mayFinish(reading))) return;
  // A field that is being written in is saved when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  // What was asked for before is saved, and checked, when this has its turn.
  await writes.write("layer.setStatus", () => null);
  if (status === "open" && !mayFinishWith(problems)) return;
  const isDone = status !== "open" || (await actions.setStatus("done")) !== null;
  if (isDone) await show(report.id, "nextOpen");
}

async function show(id: string, where: keyof Neighbours): Promise<void> {
  const filter = libraryFilter.get();
  const found = (await call("report.neighbours", { ...filter, report: id }))[where];
  if (found !== null) goTo({ screen: "annotate", report: found });
  else sayEnd(id, where, scopeOf(filter, where));
}

/** Which reports the library shows; `words` are those that it was searched for. */
interface Scope {
  scope: "all" | "list" | "words" | "status";
  words: string;
}

function scopeOf({ search, status, query }: LibraryFilter, where: keyof Neighbours): Scope {
  const words = search.trim();
  if (query !== "") return { scope: "list", words };
  if (words !== "") return { scope: "words", words };
  // What is open is looked for whatever status the library shows.
  return { scope: status === "any" || where === "nextOpen" ? "all" : "status", words };
}

function sayEnd(id: string, where: keyof Neighbours, scope: Scope): void {
  const text = sentenceFor(where, scope);
  const goOn = () => {
    clearFilter();
    void show(id, where).catch(toastError);
  };
  if (scope.scope === "all") toast({ text });
  else toast({ text, action: { label: t("Look among all reports"), run: goOn } });
}

function sentenceFor(where: keyof Neighbours, scope: Scope): string {
  switch (where) {
    case "previous":
      return t(
        "This is the first report{scope, select, list { of this work list} words { with “{words}”} status { of this status} other {}}.",
        { ...scope },
      );
    case "next":
      return t(
        "This is the last report{scope, select, list { of this work list} words { with “{words}”} status { of this status} other {}}.",
        { ...scope },
      );
    case "nextOpen":
      return t(
        "Every report{scope, select, list { of this work list} words { with “{words}”} other {}} is done.",
        { ...scope },
      );
    default:
      return where satisfies never;
  }
}
