import { useCallback, useState, useSyncExternalStore } from "react";

/**
 * Whether a pane is shown, and what shows it or puts it away. It makes room by itself where the window
 * is narrower than so many pixels. What a person chose for such a window is remembered on this machine.
 */
export function usePane(name: string, narrowest: number): [isShown: boolean, toggle: () => void] {
  const hasRoom = useRoom(narrowest);
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const key = `pane ${name} ${hasRoom ? "with" : "without"} room for ${narrowest}`;
  const isShown = chosen[key] ?? remembered(key) ?? hasRoom;
  const toggle = () => {
    localStorage.setItem(key, isShown ? "no" : "yes");
    setChosen({ ...chosen, [key]: !isShown });
  };
  return [isShown, toggle];
}

function useRoom(narrowest: number): boolean {
  const query = `(min-width: ${narrowest}px)`;
  const listen = useCallback(
    (tell: () => void) => {
      const room = matchMedia(query);
      room.addEventListener("change", tell);
      return () => room.removeEventListener("change", tell);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => matchMedia(query).matches);
}

function remembered(key: string): boolean | null {
  const choice = localStorage.getItem(key);
  return choice === null ? null : choice === "yes";
}
