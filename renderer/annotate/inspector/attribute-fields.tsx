import { useCallback, useMemo, useRef } from "react";
import type { Attributes, AttributeValue } from "../../../shared/model/attributes.ts";
import type { AttributeDefinition, Condition } from "../../../shared/model/scheme.ts";
import { definitionsOf, isAllowed, valueProblems } from "../../../shared/scheme/values.ts";
import { Tag } from "../../look/tag.tsx";
import { t, wholeSentence } from "../../messages.ts";
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
  const { definitions, values, isDisabled, keysOf } = props;
  const onChange = useStable(props.onChange);
  const problems = useMemo(() => problemsByName(definitions, values), [definitions, values]);
  const field = (definition: AttributeDefinition) => (
    <AttributeField
      key={definition.name}
      definition={definition}
      value={values[definition.name]}
      onChange={onChange}
      isDisabled={isDisabled || isOutOfPlace(definition, values)}
      problem={problems.get(definition.name)}
      keys={keysOf?.(definition.name)}
    />
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

/** Where another value has to be set first; a value that stands there already can be changed. */
function isOutOfPlace(definition: AttributeDefinition, values: Attributes): boolean {
  return !Object.hasOwn(values, definition.name) && !isAllowed(definition, values);
}

/** What is wrong with each value, as a field of it can say it. */
function problemsByName(
  definitions: readonly AttributeDefinition[],
  values: Attributes,
): ReadonlyMap<string, string> {
  const found = valueProblems(definitionsOf("", definitions), values);
  return new Map(
    found.map(({ attribute, rule, says }) => {
      const definition = definitions.find(({ name }) => name === attribute);
      const onlyWith = rule === "condition" ? definition?.onlyWith : undefined;
      return [attribute, onlyWith ? onlyWhere(onlyWith) : wholeSentence(says)];
    }),
  );
}

function onlyWhere({ attribute, values }: Condition): string {
  if (values.length === 0) return t("Only where “{attribute}” is set", { attribute });
  const quoted = values.map((value) => t("“{value}”", { value }));
  return t("Only where “{attribute}” is {values}", {
    attribute,
    values: quoted.reduce((one, other) => t("{one} or {other}", { one, other })),
  });
}

/** The same function on every drawing, so that fields whose values stay are not drawn again. */
function useStable<Values extends unknown[]>(act: (...values: Values) => void) {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...values: Values) => latest.current(...values), []);
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
