import type { AttributeDefinition, Scheme } from "../../shared/model/scheme.ts";
import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { DraftField } from "../annotate/inspector/draft-field.tsx";
import { Checkbox, Select } from "../look/choice.tsx";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { ChoicesField } from "./choices-field.tsx";
import { NamePicker } from "./name-picker.tsx";
import { patch } from "./rewrite.ts";

const types = [
  { id: "flag", label: t("yes, or not set") },
  { id: "choice", label: t("one of some choices") },
  { id: "choices", label: t("any of some choices") },
  { id: "number", label: t("a number") },
  { id: "text", label: t("a text") },
] as const;

interface DefinitionFormProps {
  scheme: Scheme;
  subject: Subject;
  definition: AttributeDefinition;
  /** The attributes beside it, itself among them. */
  beside: readonly AttributeDefinition[];
}

/** What an attribute, a field or a report label may hold, and its rules. Each change is saved at once. */
export function DefinitionForm({ scheme, subject, definition, beside }: DefinitionFormProps) {
  const { type, unit, on, required } = definition;
  const change = (facts: Partial<AttributeDefinition>) => patch(subject, facts);
  const setType = (id: string) => {
    const found = types.find((known) => known.id === id);
    if (found) change(withType(definition, found.id));
  };
  const owners = [...scheme.labels, ...scheme.relations, ...scheme.events].map(({ name }) => name);
  return (
    <div className="stack definition-form">
      <div className="scheme-pair">
        <Select label={t("Holds")} options={types} value={type} onChange={setType} />
        {type === "number" && (
          <DraftField label={t("Unit")} value={unit} onCommit={(text) => change({ unit: text })} />
        )}
      </div>
      {(type === "choice" || type === "choices") && (
        <ChoicesField subject={subject} choices={definition.choices} />
      )}
      {type === "number" && <Range definition={definition} onChange={change} />}
      {subject.list === "attributes" && (
        <NamePicker
          label={t("For")}
          adding={t("Add a label")}
          names={on}
          options={[...new Set(owners)]}
          otherwise={t("all labels")}
          onChange={(names) => change({ on: names })}
        />
      )}
      {type !== "flag" && (
        <Checkbox
          isSelected={required ?? false}
          onChange={(is) => set(subject, "required", is || undefined)}
        >
          {t("Required: finishing a report tells where it is missing")}
        </Checkbox>
      )}
      <OnlyWith subject={subject} definition={definition} beside={beside} />
    </div>
  );
}

/** A rule that is not set is left out. */
const set = (subject: Subject, rule: string, value: unknown) => patch(subject, { [rule]: value });

/** What the former type had and the new one cannot have goes; a choice needs something to choose from. */
function withType(definition: AttributeDefinition, type: AttributeDefinition["type"]): object {
  const isChoice = type === "choice" || type === "choices";
  const { choices, min, max, required } = definition;
  return {
    type,
    choices: isChoice && choices.length === 0 ? ["yes", "no"] : isChoice ? choices : [],
    unit: type === "number" ? definition.unit : "",
    min: type === "number" ? min : undefined,
    max: type === "number" ? max : undefined,
    required: type === "flag" ? undefined : required,
  };
}

interface RangeProps {
  definition: AttributeDefinition;
  onChange: (facts: Partial<AttributeDefinition>) => void;
}

function Range({ definition: { min, max, unit }, onChange }: RangeProps) {
  const commit = (rule: "min" | "max") => (text: string) => {
    const value = text === "" ? undefined : Number(text.replace(",", "."));
    if (value === undefined || Number.isFinite(value)) onChange({ [rule]: value });
    else toast({ tone: "danger", text: t("“{text}” is not a number.", { text }) });
  };
  return (
    <div className="scheme-pair">
      <DraftField
        label={t("Least value")}
        value={min === undefined ? "" : String(min)}
        placeholder={t("any")}
        unit={unit}
        inputMode="decimal"
        onCommit={commit("min")}
      />
      <DraftField
        label={t("Greatest value")}
        value={max === undefined ? "" : String(max)}
        placeholder={t("any")}
        unit={unit}
        inputMode="decimal"
        onCommit={commit("max")}
      />
    </div>
  );
}

const always = "";

/** Where it may have a value at all. */
function OnlyWith({ subject, definition, beside }: Omit<DefinitionFormProps, "scheme">) {
  const { name, onlyWith } = definition;
  const others = beside.filter((other) => other.name !== name);
  const other = others.find((one) => one.name === onlyWith?.attribute);
  if (others.length === 0) return null;
  const choose = (attribute: string) =>
    set(subject, "onlyWith", attribute === always ? undefined : { attribute, values: [] });
  return (
    <div className="scheme-pair">
      <Select
        label={t("Only together with")}
        options={[
          { id: always, label: t("nothing; it may always be set") },
          ...others.map((one) => ({ id: one.name, label: one.name })),
        ]}
        value={onlyWith?.attribute ?? always}
        onChange={choose}
      />
      {onlyWith && other && other.choices.length > 0 && (
        <NamePicker
          label={t("Where {name} is", { name: other.name })}
          adding={t("Add a choice")}
          names={onlyWith.values}
          options={other.choices}
          otherwise={t("anything")}
          onChange={(values) => set(subject, "onlyWith", { attribute: other.name, values })}
        />
      )}
    </div>
  );
}
