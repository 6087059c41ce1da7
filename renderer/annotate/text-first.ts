import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { afterPaint } from "../state/after-paint.ts";

/** Does it as soon as all is there. */
type WhenThere = (act: () => void) => void;

/**
 * `isTextShown` is false until the report's text has been painted: what stands around it is made only
 * then, bit by bit. What is asked of it sooner waits for it.
 */
export function useTextFirst(): [isTextShown: boolean, whenThere: WhenThere] {
  const isShown = useTextIsShown();
  const isThere = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    isThere.current = isShown;
    if (isShown) for (const act of waiting.current.splice(0)) act();
  }, [isShown]);
  const whenThere = useCallback((act: () => void) => {
    if (isThere.current) act();
    else waiting.current.push(act);
  }, []);
  return [isShown, whenThere];
}

function useTextIsShown(): boolean {
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
