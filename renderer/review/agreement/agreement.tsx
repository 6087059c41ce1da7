import { Scale } from "lucide-react";
import { useEffect } from "react";
import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { gold } from "../../../shared/review/gold.ts";
import { EmptyState } from "../../look/empty-state.tsx";
import { t } from "../../messages.ts";
import { onChange, useApp } from "../../state/app-store.ts";
import { createValueStore } from "../../state/value-store.ts";
import { usePeople } from "../use-people.ts";
import { AgreementTools, TakeOut } from "./agreement-tools.tsx";
import { type Asking, asking } from "./asking.ts";
import { Figures } from "./figures.tsx";
import { figuresAreOld, type Measured, measuring } from "./measuring.ts";
import { Plots } from "./plots.tsx";
import { useComparable } from "./use-comparable.ts";
import "./agreement.css";

export type AgreementView = "figures" | "plots";

const shownView = createValueStore<AgreementView>("figures");

/** How far annotators agree: in figures, and in drawings of where they do not. */
export function Agreement() {
  const comparable = useComparable();
  const people = usePeople();
  const asked = asking.use();
  const view = shownView.use();
  const project = useApp(({ app }) => app?.project?.id);
  const { measured } = measuring.use();
  useEffect(() => onChange(figuresAreOld), []);
  if (!comparable || !people || project === undefined) return null;
  if (!canCompare(comparable)) return <NothingToMeasure comparable={comparable} />;
  const own = measured?.project === project ? measured : null;
  return (
    <>
      <AgreementTools {...{ asked, comparable, people, project, view }} onView={shownView.set} />
      <div className="agreement-line">
        <p className="grow soft" role="status">
          {own && view === "figures" ? (
            <Compared measured={own} />
          ) : (
            t("What annotators have both finished is compared.")
          )}
        </p>
        <TakeOut asked={asked} measured={view === "figures" ? own : null} />
      </div>
      {view === "plots" && <Plots annotators={namesOf(asked, comparable)} people={people} />}
      {view === "figures" && own && <Figures measured={own} people={people} />}
      {view === "figures" && !own && (
        <EmptyState icon={Scale} title={t("Nothing is measured yet")}>
          {t("Choose above what to measure and of whom, then Measure.")}
        </EmptyState>
      )}
    </>
  );
}

function canCompare({ annotators, pairs }: ComparableAnnotators): boolean {
  return pairs.length > 0 && annotators.some(({ annotator }) => annotator !== gold);
}

/** Those who are chosen, or everybody who has finished something. */
function namesOf({ annotators }: Asking, comparable: ComparableAnnotators): readonly string[] {
  if (annotators) return annotators;
  return comparable.annotators
    .filter(({ annotator, finished }) => finished > 0 && annotator !== gold)
    .map(({ annotator }) => annotator);
}

function Compared({ measured: { agreement, isStale } }: { measured: Measured }) {
  const { units, cases } = agreement;
  return (
    <>
      {t(
        "{units, plural, one {one report} other {# reports}} of {cases, plural, one {one case} other {# cases}} compared.",
        { units, cases },
      )}{" "}
      {isStale && (
        <span className="agreement-old">
          {t("Something was changed since; measure again to see it.")}
        </span>
      )}
    </>
  );
}

/** Nobody can be compared with anybody; who has not finished is named. */
function NothingToMeasure({ comparable }: { comparable: ComparableAnnotators }) {
  const open = comparable.annotators.filter(({ open: count }) => count > 0);
  return (
    <EmptyState icon={Scale} title={t("Nothing to measure yet")}>
      {t(
        "Agreement is measured over reports that two annotators have both finished, and there are none.",
      )}{" "}
      {open.length > 0 &&
        t("Not finished: {names}.", {
          names: open.map(({ annotator, open: count }) => `${annotator} (${count})`).join(", "),
        })}
    </EmptyState>
  );
}
