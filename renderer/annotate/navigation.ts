import { useMemo } from "react";
import type { Neighbours } from "../../shared/contract/reports.ts";
import { call } from "../api.ts";
import { clearFilter, type LibraryFilter, libraryFilter } from "../library/library-state.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { goTo } from "../shell/route.ts";
import { mayFinish, skipRest } from "./reading-actions.ts";
import type { Session } from "./session.ts";
import { mayFinishWith } from "./step-to-problem.ts";

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

/** Where the library shows only some of the reports, which ones, in words; empty for all. */
function scopeOf({ search, status, query }: LibraryFilter, where: keyof Neighbours): string {
  if (query !== "") return " of this work list";
  if (search.trim() !== "") return ` with “${search.trim()}”`;
  // What is open is looked for whatever status the library shows.
  return status === "any" || where === "nextOpen" ? "" : " of this status";
}

function sayEnd(id: string, where: keyof Neighbours, scope: string): void {
  const text = sentenceFor(where, scope);
  const goOn = () => {
    clearFilter();
    void show(id, where).catch(toastError);
  };
  if (scope === "") toast({ text });
  else toast({ text, action: { label: "Look among all reports", run: goOn } });
}

function sentenceFor(where: keyof Neighbours, scope: string): string {
  switch (where) {
    case "previous":
      return `This is the first report${scope}.`;
    case "next":
      return `This is the last report${scope}.`;
    case "nextOpen":
      return `Every report${scope} is done.`;
    default:
      return where satisfies never;
  }
}
