import { Scale } from "lucide-react";
import { useEffect } from "react";
import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { gold } from "../../../shared/review/gold.ts";
import { EmptyState } from "../../look/empty-state.tsx";
import { t } from "../../messages.ts";
import { onChange, useApp } from "../../state/app-store.ts";
import { createValueStore } from "../../state/value-store.ts";
import type { Person } from "../people.ts";
import { usePeople } from "../use-people.ts";
import { AgreementTools } from "./agreement-tools.tsx";
import { asking } from "./asking.ts";
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
      <AgreementTools
        {...{ asked, comparable, people, project, view, measured: own }}
        onView={shownView.set}
      />
      {view === "plots" && <Plots annotators={asked.annotators} people={people} />}
      {view === "figures" && own && <Measures measured={own} people={people} />}
      {view === "figures" && !own && (
        <EmptyState icon={Scale} title={t("Nothing is measured yet")}>
          {t(
            "Choose what to measure above, then Measure. Compared is what annotators have both finished.",
          )}
        </EmptyState>
      )}
    </>
  );
}

function canCompare({ annotators, pairs }: ComparableAnnotators): boolean {
  return pairs.length > 0 && annotators.some(({ annotator }) => annotator !== gold);
}

function Measures({ measured, people }: { measured: Measured; people: readonly Person[] }) {
  const { agreement, isStale } = measured;
  const { units, cases } = agreement;
  return (
    <>
      <p className="agreement-of soft" role="status">
        {t(
          "{units, plural, one {one report} other {# reports}} of {cases, plural, one {one case} other {# cases}} compared.",
          { units, cases },
        )}{" "}
        {isStale && (
          <span className="agreement-old">
            {t("Something was changed since; measure again to see it.")}
          </span>
        )}
      </p>
      <Figures measured={measured} people={people} />
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
