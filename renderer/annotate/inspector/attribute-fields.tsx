import type { Attributes, AttributeValue } from "../../../shared/model/attributes.ts";
import type { AttributeDefinition } from "../../../shared/model/scheme.ts";
import { Tag } from "../../look/tag.tsx";
import { valueText } from "../marking.ts";
import { AttributeField } from "./attribute-field.tsx";

interface AttributeFieldsProps {
  definitions: readonly AttributeDefinition[];
  values: Attributes;
  onChange: (name: string, value: AttributeValue | null) => void;
  isDisabled: boolean;
  /** The keys that reach an attribute from the text. */
  keysOf?: (name: string) => string | undefined;
}

/** Flags in a row, then the fields in two columns, then values that the scheme does not know. */
export function AttributeFields(props: AttributeFieldsProps) {
  const { definitions, values, onChange, isDisabled, keysOf } = props;
  const field = (definition: AttributeDefinition) => (
    <div className={definition.type} data-attribute={definition.name} key={definition.name}>
      <AttributeField
        definition={definition}
        value={values[definition.name]}
        onChange={(value) => onChange(definition.name, value)}
        isDisabled={isDisabled}
        keys={keysOf?.(definition.name)}
      />
    </div>
  );
  const flags = definitions.filter(({ type }) => type === "flag");
  const others = definitions.filter(({ type }) => type !== "flag");
  return (
    <>
      {flags.length > 0 && <div className="flags">{flags.map(field)}</div>}
      {others.length > 0 && <div className="field-grid">{others.map(field)}</div>}
      <OtherValues definitions={definitions} values={values} />
    </>
  );
}

function OtherValues({
  definitions,
  values,
}: Pick<AttributeFieldsProps, "definitions" | "values">) {
  const others = Object.entries(values).filter(([key]) => definitions.every((d) => d.name !== key));
  if (others.length === 0) return null;
  return (
    <div className="flags">
      {others.map(([name, value]) => (
        <Tag key={name}>{value === true ? name : `${name}: ${valueText(name, value, "")}`}</Tag>
      ))}
    </div>
  );
}
