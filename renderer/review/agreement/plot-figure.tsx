import { Download, Table2 } from "lucide-react";
import { useState } from "react";
import { type Plot, plotFile } from "../../../shared/plots/plot.ts";
import type { Counted } from "../../../shared/review/survey.ts";
import { saveText } from "../../import/save-text.ts";
import { IconButton, ToggleButton } from "../../look/button.tsx";
import { inNumber, t } from "../../messages.ts";
import { goTo, routeHash } from "../../shell/route.ts";
import { PlotDrawing } from "./plot-drawing.tsx";

interface PlotFigureProps<Of extends Counted> {
  plot: Plot<Of>;
  /** Of the file that it is saved as, without its ending. */
  fileName: string;
  /** What is counted and how. */
  note: string;
  /** All that was counted; a plot may have room for a part of it only. */
  rows: readonly Of[];
  /** What stands in the columns before the count, for the table that says the same. */
  columns: readonly string[];
  cells: (of: Of) => readonly string[];
}

/** A plot under its title: as a drawing or as a table, and to be saved. */
export function PlotFigure<Of extends Counted>(props: PlotFigureProps<Of>) {
  const { plot, fileName, note } = props;
  const [isTable, showTable] = useState(false);
  return (
    <section className="plot" aria-label={plot.title}>
      <header className="row">
        <h2 className="grow">{plot.title}</h2>
        <ToggleButton
          label={t("As a table")}
          icon={Table2}
          isSelected={isTable}
          onChange={showTable}
        />
        <IconButton
          label={t("Save as SVG")}
          icon={Download}
          onPress={() => saveText(`${fileName}.svg`, "image/svg+xml", plotFile(plot))}
        />
      </header>
      <p className="soft small">{note}</p>
      {plot.marks.length === 0 ? (
        <p className="soft">{t("There is nothing to draw.")}</p>
      ) : (
        <div className="plot-sheet">
          {isTable ? (
            <PlotTable {...props} />
          ) : (
            <PlotDrawing plot={plot} onOpen={({ behind }) => show(behind)} />
          )}
        </div>
      )}
    </section>
  );
}

const show = (filter: Counted["behind"]) =>
  goTo({ screen: "review", view: { list: "differences", filter } });

function PlotTable<Of extends Counted>({ plot, rows, columns, cells }: PlotFigureProps<Of>) {
  return (
    <table className="plain-table plot-table">
      <caption className="visually-hidden">{plot.title}</caption>
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">{t("Count")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const texts = cells(row);
          return (
            <tr key={JSON.stringify(texts)}>
              {texts.map((text, at) => (
                <td key={columns[at]}>{text}</td>
              ))}
              <td className="numeric">
                <a
                  className="figure-link"
                  href={hashOf(row)}
                  aria-label={[...texts, inNumber(row.count)].join(", ")}
                >
                  {inNumber(row.count)}
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const hashOf = ({ behind: filter }: Counted) =>
  routeHash({ screen: "review", view: { list: "differences", filter } });
