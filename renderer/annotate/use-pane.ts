import { useEffect, useState } from "react";

/** Whether a pane is shown, and what shows it or puts it away. It makes room by itself when the window gets narrower than so many pixels, and comes back. */
export function usePane(narrowest: number): [isShown: boolean, toggle: () => void] {
  const [isShown, setShown] = useState(() => innerWidth >= narrowest);
  useEffect(() => {
    const room = matchMedia(`(min-width: ${narrowest}px)`);
    const follow = () => setShown(room.matches);
    room.addEventListener("change", follow);
    return () => room.removeEventListener("change", follow);
  }, [narrowest]);
  return [isShown, () => setShown((shown) => !shown)];
}
