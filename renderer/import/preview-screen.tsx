import { ChevronLeft, ChevronRight, List } from "lucide-react";
import type { StagedFile } from "../../shared/staged.ts";
import { Button, IconButton } from "../look/button.tsx";
import { Splitter } from "../look/splitter.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { goTo } from "../shell/route.ts";
import { nameOf } from "./import-columns.tsx";
import { canPreview } from "./import-rows.ts";
import type { PendingImport } from "./import-state.ts";
import { setLeftOut } from "./leave-out.ts";
import { PreviewPanel } from "./preview-panel.tsx";
import { PreviewText } from "./preview-text.tsx";
import { type Preview, usePreview } from "./use-preview.ts";
import { useRepairing } from "./use-repairing.ts";
import "./preview.css";

interface PreviewScreenProps {
  pending: PendingImport;
  file: StagedFile;
}

/** The text of one report before it counts: what was changed, what was left out, and what is to be. */
export function PreviewScreen({ pending, file }: PreviewScreenProps) {
  const report = file.report ?? "";
  const preview = usePreview(pending.staged.stage, report);
  return (
    <section className="import" aria-label={t("Preview of {file}", { file: file.file })}>
      <PreviewHeader pending={pending} file={file} />
      {preview && <Repairing preview={preview} file={file} />}
    </section>
  );
}

const toList = (): void => goTo({ screen: "import", report: null });

function PreviewHeader({ pending, file }: PreviewScreenProps) {
  const report = file.report ?? "";
  const others = pending.files.filter(canPreview);
  const at = others.findIndex((other) => other.report === report);
  const go = (by: number) => {
    const other = others[at + by];
    if (other?.report) goTo({ screen: "import", report: other.report });
  };
  useCommands({ "report.previous": () => go(-1), "report.next": () => go(1) });
  const isOut = file.isLeftOut;
  return (
    <header className="report-header preview-header">
      <Button variant="quiet" icon={List} onPress={toList}>
        {t("All files")}
      </Button>
      <h1 className="truncate" title={file.file}>
        {file.title || file.file}
      </h1>
      <span className="small faint">
        {t("{kind}, {count, plural, one {# character} other {# characters}}", {
          kind: nameOf(file.kind),
          count: file.characters,
        })}
      </span>
      <span className="grow" />
      <Button onPress={() => setLeftOut([report], !isOut)}>
        {t(isOut ? "Take in again" : "Leave out")}
      </Button>
      <IconButton
        label={t("Previous report")}
        keys="Alt+PageUp"
        icon={ChevronLeft}
        isDisabled={at <= 0}
        onPress={() => go(-1)}
      />
      <span className="small faint numeric">
        {t("{count, number} of {total, number}", { count: at + 1, total: others.length })}
      </span>
      <IconButton
        label={t("Next report")}
        keys="Alt+PageDown"
        icon={ChevronRight}
        isDisabled={at + 1 >= others.length}
        onPress={() => go(1)}
      />
    </header>
  );
}

function Repairing({ preview, file }: { preview: Preview; file: StagedFile }) {
  const repairing = useRepairing(preview);
  const { cursor, hidden, onIntent, onClick, onStep } = repairing;
  return (
    <Splitter
      label={t("Width of the repairs")}
      side="end"
      initial={270}
      min={220}
      max={420}
      storeAs="import repairs"
      panel={<PreviewPanel preview={preview} repairing={repairing} file={file} />}
    >
      <PreviewText
        views={preview.views}
        hidden={hidden}
        cursor={cursor}
        onIntent={onIntent}
        onClick={onClick}
        onStep={onStep}
      />
    </Splitter>
  );
}
