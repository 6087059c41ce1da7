import { Check } from "lucide-react";
import type { ChangedRow } from "../../../shared/contract/questions.ts";
import type { LabelDefinition } from "../../../shared/model/scheme.ts";
import type { Version } from "../../../shared/review/difference.ts";
import { LabelTag } from "../../look/label-tag.tsx";
import type { GridColumn } from "../../look/virtual-grid-line.tsx";
import { t } from "../../messages.ts";
import { typeNames } from "../difference-words.ts";
import { sidesOf } from "./sides.ts";

type Labels = readonly LabelDefinition[];

/** What was changed comes first; from what to what, and why, behind it. */
export function changeColumns(labels: Labels): GridColumn<ChangedRow>[] {
  return [
    {
      title: t("Words"),
      least: 160,
      most: "2fr",
      cell: ({ difference }) => difference.words || t("The report as a whole"),
    },
    {
      title: t("Difference"),
      least: 110,
      most: "1fr",
      cell: ({ difference }) => difference.types.map((type) => typeNames[type]).join(", "),
    },
    {
      title: t("I have"),
      least: 150,
      most: "2.4fr",
      cell: ({ difference, mine }) => (
        <Said version={sidesOf(difference).mine} words={mine} labels={labels} />
      ),
    },
    {
      title: t("Decided"),
      least: 150,
      most: "2.4fr",
      cell: ({ difference, decided }) => (
        <Said version={sidesOf(difference).decided} words={decided} labels={labels} />
      ),
    },
    {
      title: t("Why"),
      least: 120,
      most: "2fr",
      cell: ({ decision }) => (
        <span className="soft">
          {[decision?.reason, decision?.note].filter(Boolean).join(" · ")}
        </span>
      ),
    },
    {
      title: t("Report"),
      least: 130,
      most: "2fr",
      cell: ({ title }) => <span className="soft">{title}</span>,
    },
    {
      title: t("Agreed"),
      least: 76,
      cell: ({ isAgreed }) =>
        isAgreed && <Check className="review-ready" aria-label={t("agreed to")} size={14} />,
    },
  ];
}

interface SaidProps {
  version: Version | null;
  words: string | null;
  labels: Labels;
}

/** A label as it is tagged in the text, with what it is on; a word for nothing. */
export function Said({ version, words, labels }: SaidProps) {
  if (!version) return <span className="faint">{t("nothing")}</span>;
  const colour = labels.find(({ name }) => name === version.label)?.colour ?? "slate";
  return (
    <span className="row change-said" title={words ?? ""}>
      <LabelTag name={version.label} colour={colour} />
      <span className="truncate">{words}</span>
    </span>
  );
}
