import { useState } from "react";
import { ToggleButton } from "../../../look/button.tsx";
import { Select } from "../../../look/choice.tsx";
import { t } from "../../../messages.ts";
import { grouped } from "../../grouped.ts";
import { useDesk } from "../desk-session.ts";
import { EditFrame, type EditProps } from "./edit-frame.tsx";

/** A relation's label and its direction; `r` turns it round. */
export function EditRelation({ difference, onSave, onClose }: EditProps) {
  const { scheme, index } = useDesk();
  const [first] = grouped(difference.versions)[0] ?? [];
  const start = index.relations.get(first?.members[0] ?? "");
  const [label, setLabel] = useState(start?.label ?? scheme.relations[0]?.name ?? "");
  const [isReversed, setReversed] = useState(false);
  const attributes = start?.attributes ?? {};
  const [from, to] = [index.nameOf(start?.from ?? ""), index.nameOf(start?.to ?? "")];
  const names = [...new Set([label, ...scheme.relations.map(({ name }) => name)])];
  return (
    <EditFrame
      onKey={({ key }) => {
        if (key === "r") setReversed(!isReversed);
        return key === "r";
      }}
      onSave={() => onSave({ do: "editRelation", relation: { label, isReversed, attributes } })}
      onClose={onClose}
    >
      <div className="row desk-fields">
        <Select
          label={t("Relation")}
          options={names.map((name) => ({ id: name, label: name }))}
          value={label}
          onChange={setLabel}
        />
        <ToggleButton
          label={t("The other way round")}
          keys="r"
          isSelected={isReversed}
          onChange={setReversed}
        />
        <span className="truncate">{isReversed ? `${to} → ${from}` : `${from} → ${to}`}</span>
      </div>
    </EditFrame>
  );
}
