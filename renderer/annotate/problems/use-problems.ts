import { useSyncExternalStore } from "react";
import { useSession } from "../session.ts";
import type { Problems } from "./problems.ts";

/** Part of what there is to look at; drawn again only when that part is another. */
export function useProblems<Part>(select: (problems: Problems) => Part): Part {
  const { problems } = useSession();
  return useSyncExternalStore(problems.subscribe, () => select(problems));
}
