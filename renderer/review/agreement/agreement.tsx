import { Scale } from "lucide-react";
import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { gold } from "../../../shared/review/gold.ts";
import { Button } from "../../look/button.tsx";
import { EmptyState } from "../../look/empty-state.tsx";
import { inNumber, t } from "../../messages.ts";
import { useApp } from "../../state/app-store.ts";
import { createValueStore } from "../../state/value-store.ts";
import { type Person, personIn } from "../people.ts";
import { usePeople } from "../use-people.ts";
import { AgreementTools, TakeOut } from "./agreement-tools.tsx";
import { type Asking, ask, asking } from "./asking.ts";
import { everybodyIn } from "./choices.tsx";
import { Figures } from "./figures.tsx";
import { type Measured, measuring } from "./measuring.ts";
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
  const { measured, changes } = measuring.use();
  if (!comparable || !people || project === undefined) return null;
  if (!asked.unfinished && comparable.pairs.length === 0)
    return <NothingToMeasure comparable={comparable} people={people} />;
  const own = measured?.project === project ? measured : null;
  return (
    <>
      <AgreementTools {...{ asked, comparable, people, project, view }} onView={shownView.set} />
      <div className="agreement-line">
        <p className="grow soft" role="status">
          {own && view === "figures" ? (
            <Compared measured={own} isOld={own.changes !== changes} />
          ) : (
            t("What annotators have both finished is compared.")
          )}
        </p>
        <TakeOut asked={asked} measured={view === "figures" ? own : null} />
      </div>
      {view === "plots" && (
        <Plots
          annotators={namesOf(asked, comparable)}
          onlyFinished={!asked.unfinished}
          people={people}
        />
      )}
      {view === "figures" && own && <Figures measured={own} people={people} />}
      {view === "figures" && !own && (
        <EmptyState icon={Scale} title={t("Nothing is measured yet")}>
          {t("Choose above what to measure and of whom, then Measure.")}
        </EmptyState>
      )}
    </>
  );
}

/** Those who are chosen, or everybody who can be compared. */
function namesOf(asked: Asking, comparable: ComparableAnnotators): readonly string[] {
  return asked.annotators ?? everybodyIn(asked, comparable);
}

function Compared({ measured: { agreement }, isOld }: { measured: Measured; isOld: boolean }) {
  const { units, cases } = agreement;
  return (
    <>
      {t(
        "{units, plural, one {one report} other {# reports}} of {cases, plural, one {one case} other {# cases}} compared.",
        { units, cases },
      )}{" "}
      {isOld && (
        <span className="agreement-old">
          {t("Something was changed since; measure again to see it.")}
        </span>
      )}
    </>
  );
}

interface NothingToMeasureProps {
  comparable: ComparableAnnotators;
  people: readonly Person[];
}

/** Nobody can be compared with anybody; who has not finished is named, and can be compared all the same. */
function NothingToMeasure({ comparable, people }: NothingToMeasureProps) {
  const open = comparable.annotators.filter(
    ({ annotator, open: count }) => count > 0 && annotator !== gold,
  );
  const names = open.map(
    ({ annotator, open: count }) => `${personIn(people, annotator).name} (${inNumber(count)})`,
  );
  return (
    <EmptyState
      icon={Scale}
      title={t("Nothing to measure yet")}
      actions={
        comparable.annotators.length > 1 &&
        open.length > 0 && (
          <Button onPress={() => ask({ unfinished: true })}>
            {t("Compare unfinished work, too")}
          </Button>
        )
      }
    >
      {t(
        "Agreement is measured over reports that two annotators have both finished, and there are none.",
      )}{" "}
      {open.length > 0 && t("Not finished: {names}.", { names: names.join(", ") })}
    </EmptyState>
  );
}
