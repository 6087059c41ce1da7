import { useMemo } from "react";
import type { Neighbours } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { libraryFilter } from "../library/library-state.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { goTo } from "../shell/route.ts";
import type { Session } from "./session.ts";

export interface Navigation {
  go(where: "previous" | "next"): void;
  /** Sets the status to done and goes to the next report that is not. */
  finish(): void;
}

/** The ways from the open report to the others that the library shows. */
export function useNavigation({ store, actions }: Session): Navigation {
  return useMemo(() => {
    const { id } = store.state().report;
    return {
      go: (where) => void show(id, where).catch(toastError),
      finish: () => void finish(id, store.state().status, actions).catch(toastError),
    };
  }, [store, actions]);
}

async function finish(id: string, status: string, actions: Session["actions"]): Promise<void> {
  // A field that is being written in is saved when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const isDone = status !== "open" || (await actions.setStatus("done")) !== null;
  if (isDone) await show(id, "nextOpen");
}

async function show(id: string, where: keyof Neighbours): Promise<void> {
  const filter = libraryFilter.get();
  const found = (await call("report.neighbours", { ...filter, report: id }))[where];
  if (found !== null) goTo({ screen: "annotate", report: found });
  else toast({ text: sentenceFor(where, filter.search.trim()) });
}

function sentenceFor(where: keyof Neighbours, search: string): string {
  const which = search === "" ? "" : ` with “${search}”`;
  switch (where) {
    case "previous":
      return `This is the first report${which}.`;
    case "next":
      return `This is the last report${which}.`;
    case "nextOpen":
      return `Every report${which} is done.`;
    default:
      return where satisfies never;
  }
}
