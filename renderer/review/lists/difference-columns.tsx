import type { LabelDefinition } from "../../../shared/model/scheme.ts";
import type { Difference, Version } from "../../../shared/review/difference.ts";
import { LabelTag } from "../../look/label-tag.tsx";
import type { GridColumn } from "../../look/virtual-grid-line.tsx";
import { t } from "../../messages.ts";
import { stageNames, stateNames, typeNames } from "../difference-words.ts";
import { grouped } from "../grouped.ts";
import { type Person, personIn } from "../people.ts";
import { PersonDot } from "../person-dot.tsx";
import type { DifferenceRow } from "./differences.tsx";

/** What differs and how comes first; who says what, in which report and how it stands behind. */
export function differenceColumns(
  people: readonly Person[],
  labels: readonly LabelDefinition[],
): GridColumn<DifferenceRow>[] {
  return [
    {
      title: t("Words"),
      least: 160,
      most: "3fr",
      cell: ({ difference }) => difference.words || t("The report as a whole"),
    },
    {
      title: t("Difference"),
      least: 130,
      most: "1.4fr",
      cell: ({ difference }) => <Types difference={difference} />,
    },
    {
      title: t("Who says what"),
      least: 220,
      most: "4fr",
      cell: ({ difference }) => <Sayings difference={difference} people={people} labels={labels} />,
    },
    {
      title: t("Report"),
      least: 140,
      most: "2fr",
      cell: ({ title }) => <span className="soft">{title}</span>,
    },
    {
      title: t("State"),
      least: 104,
      cell: ({ state }) => <span className={`difference-state ${state}`}>{stateNames[state]}</span>,
    },
  ];
}

function Types({ difference: { types, stage } }: { difference: Difference }) {
  return (
    <span>
      {types.map((type) => typeNames[type]).join(", ")}
      {stage !== "spans" && <span className="faint small"> · {stageNames[stage]}</span>}
    </span>
  );
}

interface SayingsProps {
  difference: Difference;
  people: readonly Person[];
  labels: readonly LabelDefinition[];
}

/** Those who say the same label stand together, the most first; who has nothing comes last. */
function Sayings({ difference: { versions, missing }, people, labels }: SayingsProps) {
  const dots = (names: readonly string[]) =>
    names.map((name) => <PersonDot key={name} person={personIn(people, name)} />);
  return (
    <span className="row sayings">
      {byLabel(versions).map(([label, names]) => (
        <span key={label} className="row saying">
          {dots(names)}
          <LabelTag
            name={label}
            colour={labels.find(({ name }) => name === label)?.colour ?? "slate"}
          />
        </span>
      ))}
      {missing.length > 0 && (
        <span className="row saying">
          {dots(missing)}
          <span className="faint">{t("nothing")}</span>
        </span>
      )}
    </span>
  );
}

/** Labels with those who say them. */
function byLabel(versions: readonly Version[]): [string, string[]][] {
  const labels = new Map<string, string[]>();
  for (const { label, annotator } of grouped(versions).flat())
    labels.set(label, [...(labels.get(label) ?? []), annotator]);
  return [...labels];
}
