import { CircleHelp } from "lucide-react";
import type { DoubtRow } from "../../shared/contract/review.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { Dot } from "../look/label-tag.tsx";
import type { GridColumn } from "../look/virtual-grid-line.tsx";
import { t } from "../messages.ts";

/** What it is and what is noted come first; whose it is and in which report behind. */
export function doubtColumns(
  labels: readonly LabelDefinition[],
  nameOf: (annotator: string) => string,
): GridColumn<DoubtRow>[] {
  return [
    {
      title: t("What"),
      least: 180,
      most: "2fr",
      cell: (row) => <What row={row} labels={labels} />,
    },
    { title: t("Note"), least: 160, most: "3fr", cell: ({ note }) => note },
    {
      title: t("Annotator"),
      least: 110,
      most: "1fr",
      cell: ({ annotator }) => <span className="soft">{nameOf(annotator)}</span>,
    },
    {
      title: t("Report"),
      least: 160,
      most: "2fr",
      cell: ({ title }) => <span className="soft">{title}</span>,
    },
  ];
}

const Unsure = () => <CircleHelp className="doubt-sign" role="img" aria-label={t("Unsure")} />;

const nameless = {
  span: "",
  entity: "",
  relation: t("Relation"),
  report: t("The report as a whole"),
};

function What({ row, labels }: { row: DoubtRow; labels: readonly LabelDefinition[] }) {
  const { what, words, label, unsure } = row;
  const colour = labels.find(({ name }) => name === label)?.colour ?? "slate";
  return (
    <span className="doubt-what">
      {what === "span" && <Dot colour={colour} />}
      <span className="truncate">{words || nameless[what]}</span>
      {unsure && <Unsure />}
      <span className="faint small">
        {what === "entity" ? t("{label}, entity", { label }) : label}
      </span>
    </span>
  );
}
