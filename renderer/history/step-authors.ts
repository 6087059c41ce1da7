import { useCallback } from "react";
import { personIn } from "../review/people.ts";
import { usePeople } from "../review/use-people.ts";
import { useApp } from "../state/app-store.ts";

/** Says who took a step: others as Review shows them, by letters while it hides their names; "" until that is known. */
export function useStepAuthors(): (annotator: string) => string {
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
