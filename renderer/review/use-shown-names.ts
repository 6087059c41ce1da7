import { useCallback } from "react";
import { useApp } from "../state/app-store.ts";
import { personIn } from "./people.ts";
import { usePeople } from "./use-people.ts";

/**
 * Says how an annotator is called beside a review: whoever looks at it by name, others by letters while
 * names are hidden; "" until that is known.
 */
export function useShownNames(): (annotator: string) => string {
  const own = useApp(({ app }) => app?.annotator);
  const people = usePeople();
  return useCallback(
    (annotator) => {
      if (annotator === own) return annotator;
      return people ? personIn(people, annotator).name : "";
    },
    [own, people],
  );
}
