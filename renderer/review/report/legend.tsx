import type { Comparison } from "../../../shared/review/difference.ts";
import { gold } from "../../../shared/review/gold.ts";
import { ToggleButton } from "../../look/button.tsx";
import { inNumber, t } from "../../messages.ts";
import { personIn } from "../people.ts";
import { PersonDot } from "../person-dot.tsx";
import { useDesk } from "./desk-session.ts";
import { lanesOf } from "./shown-lanes.ts";

/** Who is which lane, in the order in which the lanes stand under the text, and who is left out. */
export function Legend() {
  const { state, people, annotators, onAnnotators } = useDesk();
  const { layers, comparison, notCompared, gold: decided } = state.reviewed;
  const left = notCompared.filter(({ annotator }) => annotator !== gold);
  const things = notComparedIn(comparison);
  const namesOf = (names: readonly string[]) =>
    names.map((name) => personIn(people, name).name).join(", ");
  const lanes = lanesOf(comparison.annotators);
  const without = comparison.annotators.filter((name) => !lanes.includes(name));
  const everybody = [...comparison.annotators, ...left.map(({ annotator }) => annotator)];
  return (
    <ul className="legend" aria-label={t("Lanes under the text")}>
      {comparison.annotators.map((name) => (
        <li key={name}>
          <PersonDot person={personIn(people, name)} />
          <span className="faint numeric">
            {inNumber(layers.find(({ annotator }) => annotator === name)?.spans.length ?? 0)}
          </span>
        </li>
      ))}
      <li>
        <PersonDot person={{ annotator: gold, name: t("Gold"), colour: "gold" }} />
        <span className="faint numeric">{inNumber(decided.spans.length)}</span>
      </li>
      {without.length > 0 && (
        <li className="faint small">
          {t("no room for the lanes of: {names}", { names: namesOf(without) })}
        </li>
      )}
      {left.length > 0 && (
        <li className="faint small">
          {t("not finished: {names}", {
            names: namesOf(left.map(({ annotator }) => annotator)),
          })}
        </li>
      )}
      {things !== "" && <li className="faint small">{t("not compared: {things}", { things })}</li>}
      {(left.length > 0 || annotators !== null) && (
        <li>
          <ToggleButton
            label={t("Unfinished work, too")}
            isSelected={annotators !== null}
            onChange={(isOn) => onAnnotators(isOn ? everybody : null)}
          />
        </li>
      )}
    </ul>
  );
}

/** What nobody decides on here, so that it is not taken for agreed; empty where there is nothing. */
function notComparedIn({ notCompared: { events, groups, relations } }: Comparison): string {
  return [
    events > 0 && t("{count, plural, one {# event} other {# events}}", { count: events }),
    groups > 0 && t("{count, plural, one {# group} other {# groups}}", { count: groups }),
    relations > 0 &&
      t("{count, plural, one {# relation} other {# relations}}", { count: relations }),
  ]
    .filter(Boolean)
    .join(", ");
}
