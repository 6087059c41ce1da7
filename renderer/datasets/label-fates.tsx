import type { LabelChoice } from "../../shared/dataset/labels.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { Colour } from "../look/colour.ts";
import { TextField } from "../look/fields.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { Segments } from "../look/segments.tsx";
import { t } from "../messages.ts";
import { inTreeOrder } from "../scheme/label-tree.ts";
import { useApp } from "../state/app-store.ts";
import { wrongIn } from "./draft-problems.ts";
import type { FormProps } from "./release-draft.ts";

type LabelMap = LabelChoice["labels"];

interface LabelFatesProps {
  labels: LabelChoice;
  problems: FormProps["problems"];
  onChange: (labels: LabelChoice) => void;
}

/** A label of spans, or what has its name in the same list. */
interface Row {
  name: string;
  colour: Colour;
  depth: number;
  list: keyof LabelChoice;
}

/** What every label of the scheme becomes in the release. */
export function LabelFates({ labels, problems, onChange }: LabelFatesProps) {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const rows = scheme ? rowsOf(scheme) : [];
  if (rows.length === 0) return null;
  return (
    <div className="stack">
      <p className="field-label">{t("Labels; two that get the same name become one")}</p>
      <div className="label-fates">
        <table>
          <caption className="visually-hidden">{t("What becomes of each label")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("In the project")}</th>
              <th scope="col">{t("In the release")}</th>
              <th scope="col">{t("Its name there")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FateRow
                key={`${row.list} ${row.name}`}
                row={row}
                map={labels[row.list]}
                isMerged={isMerged(rows, labels[row.list], row)}
                problems={problems}
                onChange={(map) => onChange({ ...labels, [row.list]: map })}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function rowsOf({ labels, events, relations, groups }: Scheme): Row[] {
  const plain = (list: Row["list"]) => (one: { name: string }) => ({
    ...{ name: one.name, colour: "slate" as const, depth: 0, list },
  });
  const ofSpans = inTreeOrder(labels).map(({ label: { name, colour }, depth }) => ({
    ...{ name, colour, depth, list: "labels" as const },
  }));
  const names = new Set(labels.map(({ name }) => name));
  const ofEvents = events.filter(({ name }) => !names.has(name)).map(plain("labels"));
  return [...ofSpans, ...ofEvents, ...[...relations, ...groups].map(plain("relations"))];
}

const nameThen = (map: LabelMap, name: string) => (Object.hasOwn(map, name) ? map[name] : name);

/** Whether another label of the same list gets the same name. */
function isMerged(rows: readonly Row[], map: LabelMap, { name, list }: Row): boolean {
  const then = nameThen(map, name);
  const isSame = (row: Row) => row.list === list && row.name !== name;
  return (
    typeof then === "string" && rows.some((row) => isSame(row) && nameThen(map, row.name) === then)
  );
}

type Fate = "keep" | "rename" | "drop";

const fates: readonly { id: Fate; label: string }[] = [
  { id: "keep", label: t("Keep") },
  { id: "rename", label: t("Rename") },
  { id: "drop", label: t("Leave out") },
];

function fateIn(map: LabelMap, name: string): Fate {
  if (!Object.hasOwn(map, name)) return "keep";
  return map[name] === null ? "drop" : "rename";
}

interface FateRowProps {
  row: Row;
  map: LabelMap;
  isMerged: boolean;
  problems: FormProps["problems"];
  onChange: (map: LabelMap) => void;
}

function FateRow({
  row: { name, colour, depth },
  map,
  isMerged,
  problems,
  onChange,
}: FateRowProps) {
  const fate = fateIn(map, name);
  const choose = (id: string) => {
    const { [name]: _, ...others } = map;
    if (id === "drop") onChange({ ...others, [name]: null });
    else onChange(id === "rename" ? { ...others, [name]: name } : others);
  };
  return (
    <tr>
      <th
        scope="row"
        style={{ paddingInlineStart: `calc(var(--space-3) + ${depth} * var(--space-4))` }}
      >
        <LabelTag colour={colour} name={name} />
      </th>
      <td>
        <Segments
          label={t("What becomes of “{label}”", { label: name })}
          options={fates}
          value={fate}
          onChange={choose}
        />
      </td>
      <td>
        {fate === "rename" ? (
          <TextField
            label={t("Name of “{label}” in the release", { label: name })}
            hideLabel
            value={map[name] ?? ""}
            onChange={(to) => onChange({ ...map, [name]: to })}
            description={isMerged ? t("becomes one with another label") : undefined}
            selectsAll
            autoFocus={map[name] === name}
            {...wrongIn(problems, `label ${name}`)}
          />
        ) : (
          <span className="faint">{fate === "keep" ? name : "–"}</span>
        )}
      </td>
    </tr>
  );
}
