import { FilePlus, Inbox } from "lucide-react";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { t } from "../messages.ts";
import { importPicked } from "./import-flow.ts";
import { ImportScreen } from "./import-screen.tsx";
import { useIsKnown, usePending } from "./import-state.ts";
import { PreviewScreen } from "./preview-screen.tsx";
import "./import.css";

/** Where files wait that were read: all of them in a table, or the text of one report. */
export function ImportPlace({ report }: { report: string | null }) {
  const pending = usePending();
  // Right after a reload; a few milliseconds, in which an empty place would only flicker.
  if (!useIsKnown()) return null;
  if (!pending) return <NothingWaits />;
  const file = pending.files.find((known) => report !== null && known.report === report);
  if (file) {
    // Another encoding makes another text, with choices of its own.
    const text = `${report} ${file.encoding?.name}`;
    return <PreviewScreen key={text} pending={pending} file={file} />;
  }
  return <ImportScreen pending={pending} />;
}

function NothingWaits() {
  const actions = (
    <Button variant="primary" icon={FilePlus} onPress={() => importPicked("files")}>
      {t("Import files…")}
    </Button>
  );
  return (
    <EmptyState icon={Inbox} title={t("No import is waiting")} actions={actions}>
      {t("Files that are read wait here until you have looked them through.")}
    </EmptyState>
  );
}
