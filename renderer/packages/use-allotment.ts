import { useEffect, useState } from "react";
import type { Allotment } from "../../shared/packages/assign.ts";
import { call } from "../api.ts";
import { assignedBy, type HandOutDraft, planProblem } from "./hand-out-draft.ts";

interface Found {
  allotment: Allotment | null;
  /** Why it cannot be said who would get what. */
  problem: string | null;
}

// In milliseconds: until nobody types any more.
const patience = 200;

/** Who would get what, as soon as the plan is a whole one. */
export function useAllotment(draft: HandOutDraft): Found {
  const [found, setFound] = useState<Found>({ allotment: null, problem: null });
  const asked = planProblem(draft) === null ? JSON.stringify(assignedBy(draft)) : null;
  useEffect(() => {
    if (asked === null) return setFound({ allotment: null, problem: null });
    let isOver = false;
    const timer = setTimeout(() => {
      call("packages.assign", JSON.parse(asked)).then(
        ({ allotment }) => isOver || setFound({ allotment, problem: null }),
        (error: Error) => isOver || setFound({ allotment: null, problem: error.message }),
      );
    }, patience);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return found;
}
