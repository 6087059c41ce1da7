import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();
let current: Theme = read();

function read(): Theme {
  const stored = localStorage.getItem("theme");
  return themes.find((theme) => theme === stored) ?? "system";
}

function apply(): void {
  if (current === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = current;
}

apply();

/** Light, dark, or what the system says; remembered on this machine. */
export function setTheme(theme: Theme): void {
  current = theme;
  localStorage.setItem("theme", theme);
  apply();
  for (const listener of listeners) listener();
}

export function getTheme(): Theme {
  return current;
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, getTheme);
}
