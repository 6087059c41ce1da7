import { useMemo } from "react";
import { call } from "../api.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { goTo } from "../shell/route.ts";
import { findNeighbours, type Neighbours } from "./report-neighbours.ts";
import type { Session } from "./session.ts";

export interface Navigation {
  go(where: "previous" | "next"): void;
  /** Sets the status to done and goes to the next report that is not. */
  finish(): void;
}

const pageSize = 1000;

/** The ways from the open report to the others. */
export function useNavigation({ store, actions }: Session): Navigation {
  return useMemo(() => {
    const { report } = store.state();
    const show = async (where: keyof Neighbours, otherwise: string) => {
      const found = (await neighboursOf(report.id))[where];
      if (found === null) toast({ text: otherwise });
      else goTo({ screen: "annotate", report: found });
    };
    const ends = { previous: "This is the first report.", next: "This is the last report." };
    return {
      go: (where) => void show(where, ends[where]).catch(toastError),
      finish: () => void finish(store.state().status, actions, show).catch(toastError),
    };
  }, [store, actions]);
}

async function finish(
  status: string,
  actions: Session["actions"],
  show: (where: keyof Neighbours, otherwise: string) => Promise<void>,
): Promise<void> {
  // A field that is being written in is saved when it is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const isDone = status !== "open" || (await actions.setStatus("done")) !== null;
  if (isDone) await show("nextOpen", "Every report is done.");
}

function neighboursOf(report: string): Promise<Neighbours> {
  return findNeighbours(report, (after) => call("report.list", { after, limit: pageSize }));
}
