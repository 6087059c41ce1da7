import { ChevronDown, CircleAlert } from "lucide-react";
import { memo } from "react";
import { Group } from "react-aria-components";
import type { AttributeValue } from "../../../shared/model/attributes.ts";
import type { AttributeDefinition } from "../../../shared/model/scheme.ts";
import { ToggleButton } from "../../look/button.tsx";
import { KeyCap } from "../../look/key-cap.tsx";
import { shownKey } from "../../state/command-keys.ts";
import { DraftField } from "./draft-field.tsx";

interface AttributeFieldProps {
  definition: AttributeDefinition;
  value: AttributeValue | undefined;
  /** null takes the value away. */
  onChange: (name: string, value: AttributeValue | null) => void;
  isDisabled: boolean;
  keys?: string | undefined;
  /** What the scheme's rules say against its value. */
  problem?: string | undefined;
}

/** One attribute or field, as its definition in the scheme asks for it. */
export const AttributeField = memo(function AttributeField(props: AttributeFieldProps) {
  const { name, type, required } = props.definition;
  return (
    <div className={type} data-attribute={name} data-required={required || undefined}>
      <Field {...props} onChange={(value) => props.onChange(name, value)} />
      {props.problem && (
        <p className="field-problem">
          <CircleAlert aria-hidden />
          {props.problem}
        </p>
      )}
    </div>
  );
});

interface FieldProps extends Omit<AttributeFieldProps, "onChange"> {
  onChange: (value: AttributeValue | null) => void;
}

function Field(props: FieldProps) {
  const { definition, value, onChange, isDisabled, keys } = props;
  const { name, type, unit } = definition;
  switch (type) {
    case "flag":
      return (
        <ToggleButton
          label={name}
          keys={keys ?? ""}
          isSelected={value !== undefined}
          isDisabled={isDisabled}
          onChange={(isOn) => onChange(isOn ? true : null)}
        />
      );
    case "choice":
      return <ChoiceField {...props} />;
    case "choices":
      return <ChoicesField {...props} />;
    case "number":
      return (
        <DraftField
          label={name}
          unit={unit}
          inputMode="decimal"
          value={textOf(value)}
          isDisabled={isDisabled}
          onCommit={(text) => changeNumber(text, onChange)}
        />
      );
    case "text":
      return (
        <DraftField
          label={name}
          value={textOf(value)}
          isDisabled={isDisabled}
          onCommit={(text) => onChange(text === "" ? null : text)}
        />
      );
    default:
      return type satisfies never;
  }
}

/** What is no number is not taken: the field shows again what was in it. */
function changeNumber(text: string, onChange: FieldProps["onChange"]): void {
  const number = Number(text.replace(",", "."));
  if (text === "") onChange(null);
  else if (Number.isFinite(number)) onChange(number);
}

/** The browser's own list: a letter chooses without opening it, and it costs nothing while reading. */
function ChoiceField({ definition, value, onChange, isDisabled }: FieldProps) {
  const { name, choices } = definition;
  const chosen = textOf(value);
  // A value from elsewhere that the scheme does not list stays to be seen and chosen.
  const isKnown = choices.includes(chosen) || chosen === "";
  return (
    <label className="field">
      <span className="field-label">
        {name}
        <ResultKeys choices={choices} />
      </span>
      <span className="select-box">
        <select
          className="input"
          value={chosen}
          disabled={isDisabled}
          data-disabled={isDisabled || undefined}
          onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
        >
          <option value="">–</option>
          {(isKnown ? choices : [...choices, chosen]).map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
        <ChevronDown aria-hidden />
      </span>
    </label>
  );
}

const resultKeys = { positive: "entity.positive", negative: "entity.negative" } as const;

/** The keys that choose a result from the text, where this field can say it. */
function ResultKeys({ choices }: { choices: readonly string[] }) {
  const ids = Object.entries(resultKeys).filter(([choice]) => choices.includes(choice));
  return (
    <span className="field-keys" aria-hidden>
      {ids.map(([choice, id]) => (
        <KeyCap key={choice} keys={shownKey(id) ?? ""} />
      ))}
    </span>
  );
}

function ChoicesField({ definition, value, onChange, isDisabled }: FieldProps) {
  const chosen = Array.isArray(value) ? value : value === undefined ? [] : [textOf(value)];
  const toggle = (choice: string, isOn: boolean) => {
    const next = isOn ? [...chosen, choice] : chosen.filter((other) => other !== choice);
    onChange(next.length > 0 ? next : null);
  };
  return (
    <Group className="choices" aria-label={definition.name}>
      <span className="field-label">{definition.name}</span>
      {[...new Set([...definition.choices, ...chosen])].map((choice) => (
        <ToggleButton
          key={choice}
          label={choice}
          isSelected={chosen.includes(choice)}
          isDisabled={isDisabled}
          onChange={(isOn) => toggle(choice, isOn)}
        />
      ))}
    </Group>
  );
}

function textOf(value: AttributeValue | undefined): string {
  if (value === undefined || value === true) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
