import { type Figure, projectUndefinedSentences } from "../../../shared/agreement/study/figure.ts";
import type { GridColumn } from "../../look/virtual-grid-line.tsx";
import { inNumber, sentence, t } from "../../messages.ts";
import { routeHash } from "../../shell/route.ts";
import type { Person } from "../people.ts";
import { inThree, intervalWords, measureName, scopeWords } from "./figure-words.ts";
import { IntervalBar, type Scale } from "./interval-bar.tsx";

export interface FigureRow {
  id: string;
  figure: Figure;
}

const none = <span className="faint">–</span>;

/** What was measured and of what, then the value with its interval, and how much it is of. */
export function figureColumns(people: readonly Person[], scale: Scale): GridColumn<FigureRow>[] {
  return [
    { title: t("Measure"), least: 200, most: "2fr", cell: ({ figure }) => measureName(figure.id) },
    {
      title: t("Of"),
      least: 120,
      most: "2fr",
      cell: ({ figure }) => (
        <span className={figure.scope === "all" ? "faint" : ""}>{scopeWords(figure, people)}</span>
      ),
    },
    {
      title: t("Value"),
      least: 64,
      isNumeric: true,
      cell: ({ figure }) => <ValueLink figure={figure} />,
    },
    {
      title: t("95 % interval"),
      least: 128,
      isNumeric: true,
      cell: ({ figure }) => intervalWords(figure) || none,
    },
    {
      title: t("Value and interval as a bar"),
      hideTitle: true,
      least: 144,
      most: "1.6fr",
      cell: ({ figure }) => <Drawn figure={figure} scale={scale} />,
    },
    {
      title: t("Mean of reports"),
      least: 124,
      isNumeric: true,
      cell: ({ figure: { overReports } }) =>
        overReports?.value == null ? none : inThree(overReports.value),
    },
    { title: "n", least: 72, isNumeric: true, cell: ({ figure }) => inNumber(figure.n) },
  ];
}

/** The mouse goes straight to the differences; the keyboard does so from the row. */
function ValueLink({ figure: { value, behind } }: { figure: Figure }) {
  if (value === null) return none;
  const view = { list: "differences", filter: behind } as const;
  return (
    <a
      className="figure-link"
      tabIndex={-1}
      href={routeHash({ screen: "review", view })}
      title={t("Show the differences behind it")}
    >
      {inThree(value)}
    </a>
  );
}

function Drawn({ figure, scale }: { figure: Figure; scale: Scale }) {
  if (figure.undefined === null) return <IntervalBar of={figure} scale={scale} />;
  return (
    <span className="soft small">{sentence(projectUndefinedSentences[figure.undefined])}</span>
  );
}
