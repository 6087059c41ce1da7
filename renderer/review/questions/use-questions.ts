import { useEffect, useState } from "react";
import type { GuidelineQuestion } from "../../../shared/contract/questions.ts";
import { call } from "../../api.ts";
import { onChange } from "../../state/app-store.ts";

interface Loaded {
  questions: readonly GuidelineQuestion[] | null;
  problem: string | null;
}

/** Every guideline question; read again when one is asked, answered or gone. */
export function useQuestions(): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ questions: null, problem: null });
  useEffect(() => {
    let isOver = false;
    const read = () =>
      call("questions.list", {}).then(
        ({ questions }) => isOver || setLoaded({ questions, problem: null }),
        (error: Error) => isOver || setLoaded({ questions: null, problem: error.message }),
      );
    void read();
    const stop = onChange(({ stale }) => stale.includes("questions") && void read());
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return loaded;
}
