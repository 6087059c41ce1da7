import { startTransition, useEffect, useState } from "react";
import { afterPaint } from "../state/after-paint.ts";

/** False until the report's text has been painted: what stands around it is made only then, bit by bit. */
export function useTextIsShown(): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let isWanted = true;
    const show = () => isWanted && startTransition(() => setShown(true));
    afterPaint(() => afterPaint(show));
    return () => {
      isWanted = false;
    };
  }, []);
  return isShown;
}
