import { useState } from "react";
import type { AttributeDefinition } from "../../shared/model/scheme.ts";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { LabelNameField } from "./label-name-field.tsx";
import type { SplitPart } from "./split-dialog.tsx";

interface SplitByValueProps {
  by: "attribute" | "field";
  definitions: readonly AttributeDefinition[];
  labels: readonly string[];
  onParts: (parts: SplitPart[]) => void;
}

/** Spans with certain values get another label. */
export function SplitByValue({ by, definitions, labels, onParts }: SplitByValueProps) {
  const [name, setName] = useState<string | null>(null);
  const [targets, setTargets] = useState<ReadonlyMap<string | null, string>>(new Map());
  const definition = definitions.find((known) => known.name === name);
  const choose = (id: string) => {
    setName(id);
    setTargets(new Map());
    onParts([]);
  };
  const give = (value: string | null, to: string) => {
    if (name === null) return;
    const next = new Map(targets).set(value, to);
    setTargets(next);
    onParts(
      [...next].flatMap(([one, label]): SplitPart[] =>
        label === "" ? [] : [{ to: label, where: { by, name, value: one } }],
      ),
    );
  };
  if (definitions.length === 0)
    return (
      <p className="soft">
        {t(
          by === "attribute"
            ? "There is no attribute that this label could be split by."
            : "There is no field that this label could be split by.",
        )}
      </p>
    );
  return (
    <div className="stack">
      <Select
        label={t(by === "attribute" ? "Attribute" : "Field of the entity")}
        options={definitions.map((known) => ({ id: known.name, label: known.name }))}
        value={name}
        onChange={choose}
      />
      {definition &&
        valuesOf(definition).map((value) => (
          <LabelNameField
            key={value}
            label={
              value === null
                ? t("Spans where {name} is set become", { name: definition.name })
                : t("Spans where {name} is {value} become", { name: definition.name, value })
            }
            labels={labels}
            value={targets.get(value) ?? ""}
            onChange={(to) => give(value, to)}
          />
        ))}
    </div>
  );
}

const valuesOf = ({ choices }: AttributeDefinition): (string | null)[] =>
  choices.length > 0 ? choices : [null];
