import { ClipboardCopy, Download, FileText, Play } from "lucide-react";
import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { Button } from "../../look/button.tsx";
import { Progress } from "../../look/progress.tsx";
import { Segments } from "../../look/segments.tsx";
import { sentence, t } from "../../messages.ts";
import { useCommands } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import type { Person } from "../people.ts";
import type { AgreementView } from "./agreement.tsx";
import type { Asking } from "./asking.ts";
import { AnnotatorChoice, AxisChoice, IntervalChoice, MeasureChoice } from "./choices.tsx";
import { copyFigures, saveFigures } from "./copy-figures.ts";
import { type Measured, measure, measuring } from "./measuring.ts";
import { writeReport } from "./write-report.ts";

interface AgreementToolsProps {
  asked: Asking;
  comparable: ComparableAnnotators;
  people: readonly Person[];
  project: string;
  view: AgreementView;
  onView: (view: AgreementView) => void;
}

const views = [
  { id: "figures", label: t("Figures") },
  { id: "plots", label: t("Plots") },
] as const;

/** What is measured, of whom, and what can be done with it. */
export function AgreementTools(props: AgreementToolsProps) {
  const { asked, comparable, people, project, view, onView } = props;
  const isFigures = view === "figures";
  const start = () => {
    onView("figures");
    void measure(project);
  };
  useCommands({
    "agreement.measure": start,
    "agreement.plots": () => onView(isFigures ? "plots" : "figures"),
    "agreement.report": () => void writeReport(asked),
  });
  return (
    <div className="review-tools agreement-tools">
      <Segments
        label={t("Shown")}
        options={views}
        value={view}
        onChange={(id) => onView(id === "plots" ? "plots" : "figures")}
      />
      <AnnotatorChoice {...{ asked, comparable, people }} />
      {isFigures && <MeasureChoice asked={asked} />}
      {isFigures && <AxisChoice asked={asked} />}
      {isFigures && <IntervalChoice asked={asked} />}
      {isFigures && <Measure onPress={start} />}
    </div>
  );
}

/** What can be taken out of here: the figures, and a report of all. */
export function TakeOut({ asked, measured }: { asked: Asking; measured: Measured | null }) {
  return (
    <div className="row">
      {measured && (
        <>
          <Button
            variant="quiet"
            icon={ClipboardCopy}
            onPress={() => void copyFigures(measured.agreement)}
          >
            {t("Copy the figures")}
          </Button>
          <Button variant="quiet" icon={Download} onPress={() => saveFigures(measured.agreement)}>
            {t("Save as CSV")}
          </Button>
        </>
      )}
      <Button
        icon={FileText}
        keys={shownKey("agreement.report")}
        onPress={() => void writeReport(asked)}
      >
        {t("Write a report…")}
      </Button>
    </div>
  );
}

/** Starts measuring; while it goes on, says how far it is and ends it. */
function Measure({ onPress }: { onPress: () => void }) {
  const { running } = measuring.use();
  if (!running)
    return (
      <Button variant="primary" icon={Play} keys={shownKey("agreement.measure")} onPress={onPress}>
        {t("Measure")}
      </Button>
    );
  const { progress, cancel } = running;
  return (
    <div className="row agreement-running">
      <Progress label={sentence(progress.doing) || t("Measuring")} {...progress} />
      <Button onPress={cancel}>{t("Cancel")}</Button>
    </div>
  );
}
