import { createValueStore } from "../state/value-store.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const store = createValueStore<Theme>(remembered());

function remembered(): Theme {
  const stored = localStorage.getItem("theme");
  return themes.find((theme) => theme === stored) ?? "system";
}

function apply(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

apply(store.get());

/** Light, dark, or what the system says; remembered on this machine. */
export function setTheme(theme: Theme): void {
  localStorage.setItem("theme", theme);
  apply(theme);
  store.set(theme);
}

export const useTheme = (): Theme => store.use();

/** Goes on to the next of system, light and dark. */
export function cycleTheme(): void {
  const next = (themes.indexOf(store.get()) + 1) % themes.length;
  setTheme(themes[next] ?? "system");
}
