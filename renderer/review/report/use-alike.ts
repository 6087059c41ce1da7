import { useEffect, useState } from "react";
import type { AlikeRow } from "../../../shared/contract/review.ts";
import { call } from "../../api.ts";
import { toastError } from "../../look/toasts.tsx";
import { useDesk } from "./desk-session.ts";

interface Found {
  /** null while they are looked for. */
  rows: readonly (AlikeRow & { id: string })[] | null;
  total: number;
}

const nothing: Found = { rows: null, total: 0 };
const most = 1000;

/** Undecided differences like this one, in this report or in all. */
export function useAlike(key: string | null, sameWords: boolean, everywhere: boolean): Found {
  const { state, annotators } = useDesk();
  const report = state.reviewed.report.id;
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const asked = { report, key, sameWords, everywhere, limit: most };
    const names = annotators && [...annotators];
    setFound(nothing);
    call("review.alike", { ...asked, annotators: names }, { signal })
      .then(({ rows, total }) => {
        const withIds = rows.map((row) => ({ ...row, id: `${row.report} ${row.difference.key}` }));
        if (!signal.aborted) setFound({ rows: withIds, total });
      })
      .catch((error: unknown) => !signal.aborted && toastError(error));
    return () => controller.abort();
  }, [report, key, sameWords, everywhere, annotators]);
  return found;
}
