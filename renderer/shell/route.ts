import { useSyncExternalStore } from "react";
import { type ReviewView, readReviewView, writeReviewView } from "../review/review-view.ts";

const screens = [
  "library",
  "search",
  "annotate",
  "review",
  "datasets",
  "new-release",
  "opened-release",
  "compare-releases",
  "scheme",
  "import",
  "history",
  "deidentify",
] as const;
export type Screen = (typeof screens)[number];

const reportScreens = ["annotate", "import", "history", "deidentify"] as const;

/** What the page shows; it stands in the address after "#/", so that reload and back work. */
export type Route =
  | { screen: ReportScreen; report: string | null }
  /** Without a view, the list that was looked through last. */
  | { screen: "review"; view?: ReviewView }
  | { screen: Exclude<Screen, ReportScreen | "review"> };

/** The screens that show one report or none. */
type ReportScreen = (typeof reportScreens)[number];

/** Reads "#/annotate/ID"; anything unknown is the library. */
export function parseRoute(hash: string): Route {
  const [, name, ...parts] = hash.split("/");
  const screen = screens.find((known) => known === name) ?? "library";
  const [report] = parts;
  if (screen === "review") {
    const view = readReviewView(parts.map(decodeURIComponent));
    return view ? { screen, view } : { screen };
  }
  return isReportScreen(screen)
    ? { screen, report: report ? decodeURIComponent(report) : null }
    : { screen };
}

function isReportScreen(screen: Screen): screen is ReportScreen {
  return reportScreens.some((known) => known === screen);
}

export function routeHash(route: Route): string {
  if (route.screen === "review")
    return ["#/review", ...writeReviewView(route.view).map(encodeURIComponent)].join("/");
  const report = "report" in route ? route.report : null;
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
