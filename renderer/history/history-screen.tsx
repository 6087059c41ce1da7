import { ArrowLeft, CircleAlert, History } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Id } from "../../shared/model/annotation.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { Segments } from "../look/segments.tsx";
import { Splitter } from "../look/splitter.tsx";
import { t } from "../messages.ts";
import { toggleNames } from "../review/people.ts";
import { useCommands } from "../shell/commands.ts";
import { goTo } from "../shell/route.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { shownKey } from "../state/command-keys.ts";
import { type About, useAbout } from "./history-about.ts";
import { StepList } from "./step-list.tsx";
import { ThenPane } from "./then-pane.tsx";
import { useSteps } from "./use-steps.ts";
import "./history.css";

/** Who changed what in a report and when, and the report as it was after each step. */
export function HistoryScreen({ report }: { report: Id }) {
  const about = useAbout(report);
  const [chosen, setChosen] = useState("report");
  const id =
    chosen === "report" ? null : (about[chosen === "span" ? "span" : "entity"]?.id ?? null);
  const list = useSteps(report, id);
  const [step, setStep] = useState<number | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const shown = list.steps.find((one) => one.id === step) ?? list.steps[0];
  const back = () => goTo({ screen: "annotate", report });
  useCommands({ "text.focus": back, "view.history": back, "review.names": toggleNames });
  useFocusOnSteps(place, list.steps.length > 0);

  return (
    <>
      <ScreenHeader title={t("History")} detail={list.isLoading ? "" : countOf(list.steps.length)}>
        <AboutSegments about={about} value={chosen} onChange={setChosen} />
        <Button icon={ArrowLeft} keys={shownKey("text.focus")} onPress={back}>
          {t("Back to the report")}
        </Button>
      </ScreenHeader>
      {list.problem !== null && (
        <EmptyState icon={CircleAlert} title={t("The history could not be read")}>
          {list.problem}
        </EmptyState>
      )}
      {!list.isLoading && list.steps.length === 0 && list.problem === null && <NoSteps />}
      {shown && (
        <div className="history" ref={place}>
          <Splitter
            label={t("Width of the steps")}
            side="start"
            initial={320}
            min={220}
            max={520}
            storeAs="history steps"
            panel={
              <StepList
                steps={list.steps}
                loadMore={list.loadMore}
                current={shown.id}
                onMove={setStep}
                onOpen={() => focusList(place.current, 1)}
              />
            }
          >
            <ThenPane report={report} step={shown} />
          </Splitter>
        </div>
      )}
    </>
  );
}

interface AboutSegmentsProps {
  about: About;
  value: string;
  onChange: (value: string) => void;
}

function AboutSegments({ about: { span, entity }, value, onChange }: AboutSegmentsProps) {
  if (!span && !entity) return null;
  const options = [
    { id: "report", label: t("Whole report") },
    ...(span ? [{ id: "span", label: shortened(t("“{words}”", { words: span.quote })) }] : []),
    ...(entity ? [{ id: "entity", label: shortened(entity.name || t("Its entity")) }] : []),
  ];
  return <Segments label={t("History of")} options={options} value={value} onChange={onChange} />;
}

const shortened = (text: string) => (text.length > 28 ? `${text.slice(0, 27)}…` : text);

const countOf = (count: number) => t("{count, plural, one {# step} other {# steps}}", { count });

function NoSteps() {
  return (
    <EmptyState icon={History} title={t("Nothing has happened here yet")}>
      {t("What you mark, link and change in this report is listed here, with who and when.")}
    </EmptyState>
  );
}

/** The arrow keys go through time at once. */
function useFocusOnSteps(place: React.RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (isThere) focusList(place.current, 0);
  }, [place, isThere]);
}

function focusList(place: HTMLElement | null, number: number): void {
  place?.querySelectorAll<HTMLElement>("[role=listbox]")[number]?.focus();
}
