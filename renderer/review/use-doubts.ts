import { useCallback } from "react";
import type { Asked } from "../../shared/contract.ts";
import { call } from "../api.ts";
import type { CallOptions } from "../doors/door.ts";
import { usePages } from "./lists/use-pages.ts";

/** Which of them to list. */
export type DoubtFilter = Pick<Asked<"review.doubts">, "annotator" | "only">;

/** What annotators are unsure of or noted, a page at a time; the filter is the same object until it changes. */
export function useDoubts(filter: DoubtFilter) {
  const ask = useCallback(
    async (after: string | null, options: CallOptions) => {
      const before = Number(after);
      const { rows, total } = await call("review.doubts", { ...filter, after: before }, options);
      const listed = before + rows.length;
      return { rows, total, next: listed < total ? String(listed) : null };
    },
    [filter],
  );
  return usePages(ask);
}
