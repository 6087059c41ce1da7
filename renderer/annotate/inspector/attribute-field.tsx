import { Group } from "react-aria-components";
import type { AttributeValue } from "../../../shared/model/attributes.ts";
import type { AttributeDefinition } from "../../../shared/model/scheme.ts";
import { ToggleButton } from "../../look/button.tsx";
import { Select } from "../../look/choice.tsx";
import { NumberField } from "../../look/fields.tsx";
import { DraftField } from "./draft-field.tsx";

interface AttributeFieldProps {
  definition: AttributeDefinition;
  value: AttributeValue | undefined;
  /** null takes the value away. */
  onChange: (value: AttributeValue | null) => void;
  isDisabled: boolean;
  keys?: string | undefined;
}

/** One attribute or field, as its definition in the scheme asks for it. */
export function AttributeField(props: AttributeFieldProps) {
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
        <NumberField
          label={name}
          unit={unit}
          value={typeof value === "number" ? value : Number.NaN}
          isDisabled={isDisabled}
          formatOptions={{ maximumFractionDigits: 6, useGrouping: false }}
          onChange={(number) => onChange(Number.isNaN(number) ? null : number)}
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

const notSet = { id: "", label: "–" };

function ChoiceField({ definition, value, onChange, isDisabled }: AttributeFieldProps) {
  const chosen = textOf(value);
  // A value from elsewhere that the scheme does not list stays to be seen and chosen.
  const known = definition.choices.includes(chosen) || chosen === "";
  const choices = known ? definition.choices : [...definition.choices, chosen];
  return (
    <Select
      label={definition.name}
      options={[notSet, ...choices.map((choice) => ({ id: choice, label: choice }))]}
      value={chosen}
      isDisabled={isDisabled}
      onChange={(choice) => onChange(choice === "" ? null : choice)}
    />
  );
}

function ChoicesField({ definition, value, onChange, isDisabled }: AttributeFieldProps) {
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
