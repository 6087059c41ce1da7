import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { DifferenceState } from "../../../shared/review/decision.ts";
import { type DifferenceType, differenceTypes } from "../../../shared/review/difference.ts";
import { type AskedFilter, ReviewFilter } from "../../../shared/review/filter.ts";
import type { Survey } from "../../../shared/review/survey.ts";
import { Button, ToggleButton } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import type { Option } from "../../look/option-list.tsx";
import { inNumber, t } from "../../messages.ts";
import { useApp } from "../../state/app-store.ts";
import { typeNames } from "../difference-words.ts";
import type { Person } from "../people.ts";
import { figureWords } from "./figure-words.ts";
import { useSurvey } from "./use-survey.ts";

interface FilterToolsProps {
  filter: AskedFilter;
  people: readonly Person[];
  onChange: (filter: AskedFilter) => void;
  children?: ReactNode;
}

/** What is chosen while a filter leaves it open. */
const whichever = "";

/** Which differences are listed: by how they stand, type, label, annotator and report, with how many there are of each. */
export function FilterTools({ filter, people, onChange, children }: FilterToolsProps) {
  const survey = useSurvey(filter.annotators ?? null, filter.onlyFinished);
  const labels = useApp(({ scheme }) => scheme?.labels);
  const change = (part: AskedFilter) => onChange({ ...filter, ...part });
  const colourOf = (label: string) => labels?.find(({ name }) => name === label)?.colour;
  const isOpenToo = filter.annotators != null && !filter.onlyFinished;
  return (
    <div className="review-tools">
      <Choice
        label={t("State")}
        options={stateOptions(survey)}
        value={nameOfStates(filter.states ?? null)}
        onChange={(name) => change({ states: statesOf(name) })}
      />
      <Choice
        label={t("Type")}
        options={[{ id: whichever, label: t("All types") }, ...typeOptions(survey)]}
        value={filter.types?.length === 1 ? (filter.types[0] ?? whichever) : whichever}
        onChange={(type) => change({ types: typesOf(type) })}
      />
      <Choice
        label={t("Label")}
        options={[
          { id: whichever, label: t("All labels") },
          ...(survey?.labels ?? []).map(({ label, count }) => ({
            ...counted(label, label, count),
            colour: colourOf(label),
          })),
        ]}
        value={filter.labels?.[0] ?? whichever}
        onChange={(label) => change({ labels: label === whichever ? null : [label] })}
      />
      <Choice
        label={t("Who differs from most")}
        options={[{ id: whichever, label: t("Everybody") }, ...people.map(whoOption(survey))]}
        value={filter.who ?? whichever}
        onChange={(who) => change({ who: who === whichever ? null : who })}
      />
      <Choice
        label={t("Report")}
        options={[
          { id: whichever, label: t("All reports") },
          ...(survey?.reports ?? []).map(({ report, title, count }) =>
            counted(report, title, count),
          ),
        ]}
        value={filter.reports?.[0] ?? whichever}
        onChange={(report) => change({ reports: report === whichever ? null : [report] })}
      />
      <ToggleButton
        label={t("Unfinished work, too")}
        isSelected={isOpenToo}
        onChange={(isOn) =>
          change({
            annotators: isOn ? people.map(({ annotator }) => annotator) : null,
            onlyFinished: false,
          })
        }
      />
      {children}
      <Figure filter={filter} people={people} onChange={onChange} />
    </div>
  );
}

interface ChoiceProps {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (id: string) => void;
}

function Choice(props: ChoiceProps) {
  return (
    <div className="review-choice">
      <Select {...props} hideLabel size="small" />
    </div>
  );
}

/** What a figure or a plot asked for beyond what can be chosen here: said, and given up again. */
function Figure({ filter, people, onChange }: Omit<FilterToolsProps, "children">) {
  const words = figureWords(ReviewFilter.parse(filter), people);
  if (words === null) return null;
  const nothing = { pair: null, said: null, shift: null, section: null };
  const giveUp = () =>
    onChange({
      ...filter,
      ...nothing,
      ...{ stages: null, types: filter.types?.length === 1 ? filter.types : null },
      ...(filter.onlyFinished && { annotators: null, onlyFinished: false }),
    });
  return (
    <Button variant="quiet" icon={X} onPress={giveUp} aria-label={t("All but: {words}", { words })}>
      {words}
    </Button>
  );
}

const counted = (id: string, label: string, count: number): Option => ({
  id,
  label,
  detail: inNumber(count),
});

const states = {
  waiting: ["open", "stale", "later"],
  open: ["open", "stale"],
  later: ["later"],
  decided: ["decided"],
} as const;
type StatesName = keyof typeof states;

const stateTitles: Record<StatesName | "all", string> = {
  waiting: t("Undecided"),
  open: t("Open"),
  later: t("Later"),
  decided: t("Decided"),
  all: t("All"),
};

function stateOptions(survey: Survey | null): Option[] {
  const countOf = (names: readonly DifferenceState[]) =>
    (survey?.states ?? [])
      .filter(({ state }) => names.includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  // The keys of the object literal above.
  const named = (Object.keys(states) as StatesName[]).map((id) => ({
    id,
    label: stateTitles[id],
    ...(survey && { detail: inNumber(countOf(states[id])) }),
  }));
  return [...named, { id: "all", label: stateTitles.all }];
}

const statesOf = (name: string): DifferenceState[] | null =>
  Object.hasOwn(states, name) ? [...states[name as StatesName]] : null;

function nameOfStates(chosen: readonly DifferenceState[] | null): string {
  if (chosen === null) return "all";
  const isSame = (names: readonly DifferenceState[]) =>
    names.length === chosen.length && names.every((name) => chosen.includes(name));
  return Object.entries(states).find(([, names]) => isSame(names))?.[0] ?? "all";
}

function typeOptions(survey: Survey | null): Option[] {
  return differenceTypes.map((type) => {
    const count = survey?.types.find((counts) => counts.type === type)?.count;
    return { id: type, label: typeNames[type], ...(count && { detail: inNumber(count) }) };
  });
}

function typesOf(chosen: string): DifferenceType[] | null {
  const type = differenceTypes.find((known) => known === chosen);
  return type ? [type] : null;
}

const whoOption = (survey: Survey | null) => (person: Person) => {
  const count = survey?.annotators.find(({ annotator }) => annotator === person.annotator)?.count;
  const option = { id: person.annotator, label: person.name, colour: person.colour };
  return count === undefined ? option : { ...option, detail: inNumber(count) };
};
