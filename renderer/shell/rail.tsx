import {
  Database,
  Highlighter,
  Library,
  type LucideIcon,
  Scale,
  Search,
  Shapes,
} from "lucide-react";
import { Link } from "react-aria-components";
import type { CommandId } from "../../shared/commands.ts";
import { WithTooltip } from "../look/tooltip.tsx";
import { t } from "../messages.ts";
import { shownKey } from "../state/command-keys.ts";
import { lastReport } from "./last-report.ts";
import { type Route, routeHash, type Screen, useRoute } from "./route.ts";

/** What the Datasets screen leads to. */
const ofDatasets = ["deidentify", "new-release", "opened-release", "compare-releases"] as const;
type DatasetScreen = (typeof ofDatasets)[number];

interface Place {
  screen: Exclude<Screen, "import" | "history" | DatasetScreen>;
  title: string;
  icon: LucideIcon;
  command: CommandId;
}

const places: readonly Place[] = [
  { screen: "library", title: t("Library"), icon: Library, command: "go.library" },
  { screen: "search", title: t("Search"), icon: Search, command: "go.search" },
  { screen: "annotate", title: t("Annotate"), icon: Highlighter, command: "go.annotate" },
  { screen: "review", title: t("Review"), icon: Scale, command: "go.review" },
  { screen: "datasets", title: t("Datasets"), icon: Database, command: "go.datasets" },
  { screen: "scheme", title: t("Scheme"), icon: Shapes, command: "go.scheme" },
];

/** The six screens, at the window's left edge. */
export function Rail() {
  const route = useRoute();
  return (
    <nav className="rail" aria-label={t("Screens")}>
      {places.map((place) => (
        <RailLink key={place.screen} place={place} isCurrent={place.screen === shownPlace(route)} />
      ))}
    </nav>
  );
}

/** What is imported comes into the library; a history is of a report that is annotated; what is de-identified is for datasets. */
function shownPlace({ screen }: Route): Place["screen"] {
  if (screen === "import") return "library";
  if (isOfDatasets(screen)) return "datasets";
  return screen === "history" ? "annotate" : screen;
}

function isOfDatasets(screen: Screen): screen is DatasetScreen {
  return ofDatasets.some((known) => known === screen);
}

function RailLink({ place, isCurrent }: { place: Place; isCurrent: boolean }) {
  const { screen, title, icon: Icon, command } = place;
  const address = routeHash(screen === "annotate" ? { screen, report: lastReport() } : { screen });
  return (
    <WithTooltip label={title} keys={shownKey(command)} placement="right">
      <Link className="rail-link" href={address} aria-current={isCurrent ? "page" : false}>
        <Icon aria-hidden />
        <span>{title}</span>
      </Link>
    </WithTooltip>
  );
}
