import { Highlighter } from "lucide-react";
import { useEffect } from "react";
import { AnnotateScreen } from "../annotate/annotate-screen.tsx";
import { CompareScreen } from "../datasets/compare-screen.tsx";
import { DatasetsScreen } from "../datasets/datasets-screen.tsx";
import { releaseOnly } from "../datasets/making.ts";
import { NewReleaseScreen } from "../datasets/new-release-screen.tsx";
import { OpenedScreen } from "../datasets/opened-screen.tsx";
import { DeidentifyScreen } from "../deidentify/deidentify-screen.tsx";
import { Dialogs } from "../dialogs/dialogs.tsx";
import { HistoryScreen } from "../history/history-screen.tsx";
import { ImportPlace } from "../import/import-place.tsx";
import { findWaiting } from "../import/import-state.ts";
import { LibraryScreen } from "../library/library-screen.tsx";
import { clearFilter, clearSelection } from "../library/library-state.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { toastError } from "../look/toasts.tsx";
import { ReviewScreen } from "../review/review-screen.tsx";
import { SchemeScreen } from "../scheme/scheme-screen.tsx";
import { SearchScreen } from "../search/search-screen.tsx";
import { forgetSearches } from "../search/search-state.ts";
import { getApp, useApp } from "../state/app-store.ts";
import { DropArea } from "./drop-area.tsx";
import { JobsPanel } from "./jobs-panel.tsx";
import { forgetLastReport } from "./last-report.ts";
import { Rail } from "./rail.tsx";
import { goTo, type Route, useRoute } from "./route.ts";
import { useShellCommands } from "./shell-commands.ts";
import { TitleBar } from "./title-bar.tsx";
import "./shell.css";
import { t } from "../messages.ts";

/** Everything around the screens, and the one that the address asks for. */
export function Shell() {
  const route = useRoute();
  useShellCommands();
  useEffect(startAfresh, []);
  const project = useApp((snapshot) => snapshot.app?.project.name);
  useEffect(() => {
    document.title = `${project} – Casemark`;
  }, [project]);
  return (
    <DropArea>
      <div className="shell">
        <TitleBar />
        <Rail />
        <main className="shell-screen">
          <ScreenOf route={route} />
        </main>
      </div>
      <JobsPanel />
      <Dialogs />
    </DropArea>
  );
}

/** What was looked for and open in another project means nothing in this one. */
function startAfresh(): void {
  clearFilter();
  clearSelection();
  forgetSearches();
  forgetLastReport();
  releaseOnly(getApp().app?.project.id ?? "");
  findWaiting().catch(toastError);
}

function ScreenOf({ route }: { route: Route }) {
  switch (route.screen) {
    case "library":
      return <LibraryScreen />;
    case "search":
      return <SearchScreen />;
    case "annotate":
      return route.report ? (
        <AnnotateScreen key={route.report} report={route.report} />
      ) : (
        <NoReport />
      );
    case "import":
      return <ImportPlace report={route.report} />;
    case "history":
      return route.report ? (
        <HistoryScreen key={route.report} report={route.report} />
      ) : (
        <NoReport />
      );
    case "deidentify":
      return <DeidentifyScreen report={route.report} />;
    case "review":
      return <ReviewScreen view={route.view ?? null} />;
    case "datasets":
      return <DatasetsScreen />;
    case "new-release":
      return <NewReleaseScreen />;
    case "opened-release":
      return <OpenedScreen />;
    case "compare-releases":
      return <CompareScreen />;
    case "scheme":
      return <SchemeScreen />;
    default:
      return route satisfies never;
  }
}

function NoReport() {
  return (
    <EmptyState
      icon={Highlighter}
      title={t("No report is open")}
      actions={
        <Button variant="primary" onPress={() => goTo({ screen: "library" })}>
          {t("Go to the library")}
        </Button>
      }
    >
      {t("Choose one in the library and press Enter to read and mark it.")}
    </EmptyState>
  );
}
