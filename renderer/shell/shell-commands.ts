import { startRelease } from "../datasets/making.ts";
import { openPickedRelease } from "../datasets/release-folders.ts";
import { openDialog } from "../dialogs/open-dialog.ts";
import { openProject } from "../dialogs/open-project.ts";
import { importPicked } from "../import/import-flow.ts";
import { cycleTheme } from "../look/theme.ts";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { mergePicked, openPicked } from "../packages/pick-packages.ts";
import { getApp, redo, undo } from "../state/app-store.ts";
import { useCommands } from "./commands.ts";
import { lastReport } from "./last-report.ts";
import { goTo } from "./route.ts";

/** What can be done from every screen. */
export function useShellCommands(): void {
  useCommands(
    {
      "project.new": () => openDialog({ kind: "new-project" }),
      "project.open": openProject,
      "import.files": ifWritable(() => importPicked("files")),
      "import.folder": ifWritable(() => importPicked("folder")),
      export: () => openDialog({ kind: "export", reports: null }),
      "package.handOut": () => openDialog({ kind: "hand-out", reports: null }),
      "package.sendBack": () => openDialog({ kind: "send-back" }),
      "package.merge": mergePicked,
      "package.open": openPicked,
      "package.feedback": () => openDialog({ kind: "feedback" }),
      "package.conflicts": () => openDialog({ kind: "conflicts" }),
      "release.new": startRelease,
      "release.open": openPickedRelease,
      "release.compare": () => goTo({ screen: "compare-releases" }),
      undo,
      redo,
      "view.theme": cycleTheme,
      "go.library": () => goTo({ screen: "library" }),
      "go.search": () => goTo({ screen: "search" }),
      "go.annotate": () => goTo({ screen: "annotate", report: lastReport() }),
      "go.review": () => goTo({ screen: "review" }),
      "go.datasets": () => goTo({ screen: "datasets" }),
      "go.scheme": () => goTo({ screen: "scheme" }),
      "go.deidentify": () => goTo({ screen: "deidentify", report: null }),
      "label.guideline": () => openDialog({ kind: "guideline", label: null }),
      palette: () => openDialog({ kind: "palette" }),
      "help.keys": () => openDialog({ kind: "keys" }),
    },
    "shell",
  );
}

/** Files are not read for nothing where the project is open in another window. */
function ifWritable(act: () => void): () => void {
  return () => {
    if (getApp().app?.isReadOnly)
      toast({
        text: t("Nothing can be imported here: the project is open in another window."),
      });
    else act();
  };
}
