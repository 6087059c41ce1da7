import { useSyncExternalStore } from "react";

const screens = ["library", "annotate", "review", "datasets", "scheme"] as const;
export type Screen = (typeof screens)[number];

/** What the page shows; it stands in the address after "#/", so that reload and back work. */
export type Route =
  | { screen: "annotate"; report: string | null }
  | { screen: Exclude<Screen, "annotate"> };

/** Reads "#/annotate/ID"; anything unknown is the library. */
export function parseRoute(hash: string): Route {
  const [, name, report] = hash.split("/");
  const screen = screens.find((known) => known === name) ?? "library";
  return screen === "annotate"
    ? { screen, report: report ? decodeURIComponent(report) : null }
    : { screen };
}

export function routeHash(route: Route): string {
  const report = route.screen === "annotate" ? route.report : null;
  return report ? `#/${route.screen}/${encodeURIComponent(report)}` : `#/${route.screen}`;
}

// The same hash gives the same object, which useSyncExternalStore needs.
let read = { hash: "", route: parseRoute("") };

export function getRoute(): Route {
  if (read.hash !== location.hash) read = { hash: location.hash, route: parseRoute(location.hash) };
  return read.route;
}

export function goTo(route: Route): void {
  location.hash = routeHash(route);
}

export function useRoute(): Route {
  return useSyncExternalStore((listener) => {
    addEventListener("hashchange", listener);
    return () => removeEventListener("hashchange", listener);
  }, getRoute);
}
