import {
  Check,
  ChevronLeft,
  ChevronRight,
  FileText,
  LoaderCircle,
  PanelLeft,
  PanelRight,
  TextCursorInput,
} from "lucide-react";
import { useEffect, useState } from "react";
import { Button as PlainButton } from "react-aria-components";
import type { LayerStatus } from "../../shared/model/annotation.ts";
import { DescribeDialog } from "../library/describe-dialog.tsx";
import { Button, IconButton, ToggleButton } from "../look/button.tsx";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { runCommand } from "../shell/commands.ts";
import type { Original } from "../source/use-original.ts";
import { shownKey } from "../state/command-keys.ts";
import type { Navigation } from "./navigation.ts";
import { perform } from "./perform.ts";
import { useProblems } from "./problems/use-problems.ts";
import { mayFinish } from "./reading/reading-actions.ts";
import { ReadingProgress } from "./reading/reading-progress.tsx";
import { useReport, useSession } from "./session.ts";

interface ReportHeaderProps {
  navigation: Navigation;
  original: Original;
  onOutline: () => void;
  onPanel: () => void;
}

/** Which report this is, how far it is, and the ways to the others. */
export function ReportHeader({ navigation, original, onOutline, onPanel }: ReportHeaderProps) {
  const report = useReport((state) => state.report);
  const { title, case: patientCase } = report;
  const [isDescribing, setDescribing] = useState(false);
  const isOpen = useReport((state) => state.status === "open");
  return (
    <header className="report-header">
      <IconButton
        label={t("Show or hide the outline")}
        icon={PanelLeft}
        keys={shownKey("view.outline")}
        onPress={onOutline}
      />
      <h1>
        <PlainButton
          className="report-title truncate"
          aria-description={t("Change the title and the case")}
          onPress={() => setDescribing(true)}
        >
          {title}
        </PlainButton>
      </h1>
      <span className="faint small truncate">{t("Case {name}", { name: patientCase })}</span>
      {isDescribing && <DescribeDialog row={report} onClose={() => setDescribing(false)} />}
      <span className="grow" />
      <ToLookAt />
      <SavedState />
      <StatusSelect />
      <IconButton
        label={t("Previous report")}
        icon={ChevronLeft}
        keys={shownKey("report.previous")}
        onPress={() => navigation.go("previous")}
      />
      <IconButton
        label={t("Next report")}
        icon={ChevronRight}
        keys={shownKey("report.next")}
        onPress={() => navigation.go("next")}
      />
      <Button
        keys={shownKey("report.finish")}
        variant={isOpen ? "primary" : "plain"}
        onPress={navigation.finish}
      >
        {t(isOpen ? "Finish" : "Next open")}
      </Button>
      <IconButton
        label={t("Correct the text")}
        icon={TextCursorInput}
        keys={shownKey("report.correct")}
        onPress={() => runCommand("report.correct")}
      />
      {original.kind && (
        <ToggleButton
          label={t("Original beside the text")}
          icon={FileText}
          keys={shownKey("view.source")}
          isSelected={original.isShown}
          onChange={original.toggle}
        />
      )}
      <IconButton
        label={t("Show or hide the side panel")}
        icon={PanelRight}
        keys={shownKey("view.panel")}
        onPress={onPanel}
      />
      <ReadingProgress />
    </header>
  );
}

/** How much does not keep to the scheme or was touched by a correction, and the way from one to the next. */
function ToLookAt() {
  const session = useSession();
  const count = useProblems((problems) => problems.list().length);
  if (count === 0) return null;
  return (
    <Button
      keys={shownKey("span.nextFlagged")}
      onPress={() => perform(session, { do: "command", id: "span.nextFlagged" })}
    >
      {t("{count, number} to look at", { count })}
    </Button>
  );
}

// A write takes a few milliseconds; a word that comes and goes with each would only disturb.
const slowWrite = 300;

function SavedState() {
  const { writes } = useSession();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    let timer = 0;
    const stop = writes.subscribe(() => {
      clearTimeout(timer);
      if (writes.isSaving()) timer = window.setTimeout(() => setSlow(true), slowWrite);
      else setSlow(false);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [writes]);
  const Icon = isSlow ? LoaderCircle : Check;
  return (
    <span className="saved-state small faint">
      <Icon aria-hidden />
      {t(isSlow ? "Saving" : "Saved")}
    </span>
  );
}

const statuses: { id: LayerStatus; label: string }[] = [
  { id: "open", label: t("Open") },
  { id: "done", label: t("Done") },
  { id: "locked", label: t("Locked") },
];

function StatusSelect() {
  const { actions, reading } = useSession();
  const status = useReport((state) => state.status);
  const choose = async (id: string) => {
    const chosen = statuses.find((one) => one.id === id);
    if (!chosen || chosen.id === status) return;
    if (chosen.id === "open" || (await mayFinish(reading))) await actions.setStatus(chosen.id);
  };
  return (
    <Select
      label={t("Status")}
      hideLabel
      size="small"
      options={statuses.filter(({ id }) => id !== "locked" || status === "locked")}
      value={status}
      onChange={(id) => void choose(id)}
    />
  );
}
