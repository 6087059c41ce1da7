import {
  isGamma,
  type ProjectMeasureId,
  projectMeasureIds,
} from "../../../shared/agreement/study/measure-ids.ts";
import { axes } from "../../../shared/agreement/study/report.ts";
import type { ComparableAnnotators } from "../../../shared/contract/agreement.ts";
import { gold } from "../../../shared/review/gold.ts";
import { measureFacts, measureGroups } from "../../../shared/review-report/measure-facts.ts";
import { Checkbox } from "../../look/choice.tsx";
import { TextField } from "../../look/fields.tsx";
import { inNumber, t } from "../../messages.ts";
import { type Person, personIn } from "../people.ts";
import { type Asking, ask } from "./asking.ts";
import { ChoiceButton } from "./choice-button.tsx";
import { axisNames, measureName } from "./figure-words.ts";

/** Adds what is ticked and takes away what is not, in the order of `all`. */
const ticked = <Value,>(all: readonly Value[], chosen: readonly Value[], one: Value, is: boolean) =>
  all.filter((value) => (value === one ? is : chosen.includes(value)));

interface AnnotatorChoiceProps {
  asked: Asking;
  comparable: ComparableAnnotators;
  people: readonly Person[];
}

/** Who is compared: everybody who has finished a report, or only some of them; gold only where it is asked for. */
export function AnnotatorChoice({ asked, comparable, people }: AnnotatorChoiceProps) {
  const names = ableIn(asked, comparable);
  const everybody = everybodyIn(asked, comparable);
  const chosen = asked.annotators ?? everybody;
  const choose = (name: string, is: boolean) => {
    const next = ticked(names, chosen, name, is);
    const isEverybody =
      next.length === everybody.length && everybody.every((one) => next.includes(one));
    if (next.length > 0) ask({ annotators: isEverybody ? null : next });
  };
  const nameOf = (name: string) => (name === gold ? t("gold") : personIn(people, name).name);
  return (
    <ChoiceButton
      label={t("Annotators")}
      chosen={
        asked.annotators === null
          ? t("all {count}", { count: everybody.length })
          : chosen.map(nameOf).join(", ")
      }
    >
      {comparable.annotators.map(({ annotator, finished, open }) => (
        <Checkbox
          key={annotator}
          isSelected={chosen.includes(annotator)}
          isDisabled={!names.includes(annotator)}
          onChange={(is) => choose(annotator, is)}
        >
          <span className="grow">{nameOf(annotator)}</span>
          <span className="faint small numeric">
            {t("{finished, number} finished, {open, number} open", { finished, open })}
          </span>
        </Checkbox>
      ))}
      <div className="agreement-group">
        <Checkbox
          isSelected={asked.unfinished}
          onChange={(unfinished) => ask({ unfinished, annotators: null })}
        >
          {t("Unfinished work, too")}
        </Checkbox>
      </div>
    </ChoiceButton>
  );
}

/** Who has anything that is compared, gold among them. */
function ableIn({ unfinished }: Asking, { annotators }: ComparableAnnotators): string[] {
  return annotators
    .filter(({ finished, open }) => finished > 0 || (unfinished && open > 0))
    .map(({ annotator }) => annotator);
}

/** Who is compared where nobody is chosen. */
export const everybodyIn = (asked: Asking, comparable: ComparableAnnotators): string[] =>
  ableIn(asked, comparable).filter((name) => name !== gold);

/** Which measures, group by group. */
export function MeasureChoice({ asked: { measures } }: { asked: Asking }) {
  const choose = (id: ProjectMeasureId, is: boolean) => {
    const next = ticked(projectMeasureIds, measures, id, is);
    if (next.length > 0) ask({ measures: next });
  };
  return (
    <ChoiceButton
      label={t("Measures")}
      chosen={t("{count, number} of {all, number}", {
        count: measures.length,
        all: projectMeasureIds.length,
      })}
    >
      {measureGroups.map((group) => (
        <fieldset key={group} className="agreement-group">
          <legend>{t(group)}</legend>
          {projectMeasureIds
            .filter((id) => measureFacts[id].group === group)
            .map((id) => (
              <Checkbox
                key={id}
                isSelected={measures.includes(id)}
                onChange={(is) => choose(id, is)}
              >
                <span className="grow">{measureName(id)}</span>
                {isGamma(id) && <span className="faint small">{t("takes long")}</span>}
              </Checkbox>
            ))}
        </fieldset>
      ))}
    </ChoiceButton>
  );
}

/** What is told apart besides all together. */
export function AxisChoice({ asked: { by } }: { asked: Asking }) {
  return (
    <ChoiceButton
      label={t("Told apart by")}
      chosen={by.length === 0 ? t("nothing") : by.map((axis) => axisNames[axis]).join(", ")}
    >
      {axes.map((axis) => (
        <Checkbox
          key={axis}
          isSelected={by.includes(axis)}
          onChange={(is) => ask({ by: ticked(axes, by, axis, is) })}
        >
          {axisNames[axis]}
        </Checkbox>
      ))}
    </ChoiceButton>
  );
}

const mostRounds = 10_000;

/** How often cases are drawn for the intervals, and by which seed. */
export function IntervalChoice({ asked: { rounds, seed } }: { asked: Asking }) {
  const takeRounds = (text: string) => {
    const number = Number(text);
    if (Number.isInteger(number) && number >= 0 && number <= mostRounds) ask({ rounds: number });
  };
  const takeSeed = (text: string) => {
    const number = Number(text);
    if (text.trim() !== "" && Number.isSafeInteger(number)) ask({ seed: number });
  };
  return (
    <ChoiceButton
      label={t("Intervals")}
      chosen={
        rounds === 0
          ? t("none")
          : t("{rounds, number} draws, seed {seed}", { rounds, seed: `${seed}` })
      }
    >
      <TextField
        label={t("Draws")}
        description={t("Cases are drawn anew so often; 0 for no intervals, {most} at most.", {
          most: inNumber(mostRounds),
        })}
        defaultValue={String(rounds)}
        inputMode="numeric"
        onChange={takeRounds}
      />
      <TextField
        label={t("Seed")}
        description={t("The same seed gives the same intervals.")}
        defaultValue={String(seed)}
        inputMode="numeric"
        onChange={takeSeed}
      />
    </ChoiceButton>
  );
}
