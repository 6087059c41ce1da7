import { useMemo } from "react";
import { labelMatrix } from "../../../shared/plots/label-matrix.ts";
import { pairHeat } from "../../../shared/plots/pair-heat.ts";
import { binShifts, rangeName, shiftHistogram } from "../../../shared/plots/shift-histogram.ts";
import { typeBars } from "../../../shared/plots/type-bars.ts";
import type { Survey } from "../../../shared/review/survey.ts";
import { Progress } from "../../look/progress.tsx";
import { t } from "../../messages.ts";
import { typeNames } from "../difference-words.ts";
import { useSurvey } from "../lists/use-survey.ts";
import { type Person, personIn } from "../people.ts";
import { PlotFigure } from "./plot-figure.tsx";
import { edgeNames, matrixWords, pairWords, shareOf, shiftWords, typeWords } from "./plot-words.ts";

interface PlotsProps {
  annotators: readonly string[];
  onlyFinished: boolean;
  people: readonly Person[];
}

/** Where annotators differ, as drawings whose marks lead to the differences. */
export function Plots({ annotators, onlyFinished, people }: PlotsProps) {
  const survey = useSurvey(annotators, onlyFinished);
  if (!survey)
    return (
      <div className="agreement-waiting">
        <Progress label={t("Comparing annotators")} done={0} total={0} />
      </div>
    );
  return (
    <div className="agreement-plots">
      <TypePlot survey={survey} />
      <MatrixPlot survey={survey} />
      <ShiftPlot survey={survey} />
      <PairPlot survey={survey} people={people} />
    </div>
  );
}

function TypePlot({ survey: { typesByLabel } }: { survey: Survey }) {
  const plot = useMemo(() => typeBars(typesByLabel, typeWords), [typesByLabel]);
  return (
    <PlotFigure
      plot={plot}
      fileName="differences-by-label"
      rows={typesByLabel}
      note={t(
        "A difference counts under each of its types, and under each label that somebody says.",
      )}
      columns={[t("Label"), t("Type")]}
      cells={({ label, type }) => [label, typeNames[type]]}
    />
  );
}

function MatrixPlot({ survey: { matrix } }: { survey: Survey }) {
  const plot = useMemo(() => labelMatrix(matrix, matrixWords), [matrix]);
  return (
    <PlotFigure
      plot={plot}
      fileName="labels-against-labels"
      rows={matrix}
      note={t(
        "Spans, counted for every two annotators: the row is what the one whose name comes first says, the column what the other says.",
      )}
      columns={[t("First annotator"), t("Second annotator")]}
      cells={({ row, column }) => [row ?? t("nothing"), column ?? t("nothing")]}
    />
  );
}

function ShiftPlot({ survey: { shifts } }: { survey: Survey }) {
  const bins = useMemo(() => binShifts(shifts), [shifts]);
  const plot = useMemo(() => shiftHistogram(bins, shiftWords), [bins]);
  return (
    <PlotFigure
      plot={plot}
      fileName="boundary-shifts"
      rows={bins}
      note={t(
        "Spans that two annotators both have and bound otherwise: by how many characters the second’s edge lies behind the first’s.",
      )}
      columns={[t("Edge"), t("Characters")]}
      cells={(bin) => [edgeNames[bin.edge], rangeName(bin)]}
    />
  );
}

function PairPlot({ survey: { pairs }, people }: { survey: Survey; people: readonly Person[] }) {
  const plot = useMemo(() => pairHeat(pairs, pairWords(people)), [pairs, people]);
  const nameOf = (annotator: string) => personIn(people, annotator).name;
  return (
    <PlotFigure
      plot={plot}
      fileName="pairs-of-annotators"
      rows={pairs}
      note={t(
        "Of the places where at least one of two has something, the share at which they differ.",
      )}
      columns={[t("Annotator"), t("Other annotator"), t("Share")]}
      cells={(pair) => [nameOf(pair.a), nameOf(pair.b), shareOf(pair)]}
    />
  );
}
