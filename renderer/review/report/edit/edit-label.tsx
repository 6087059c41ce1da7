import { useState } from "react";
import type { AttributeValue } from "../../../../shared/model/attributes.ts";
import { AttributeFields } from "../../../annotate/inspector/attribute-fields.tsx";
import { DraftField } from "../../../annotate/inspector/draft-field.tsx";
import { grouped } from "../../grouped.ts";
import { useDesk } from "../desk-session.ts";
import { EditFrame, type EditProps } from "./edit-frame.tsx";

/** The value of a label of the whole report. */
export function EditLabel({ difference, onSave, onClose }: EditProps) {
  const { state, scheme } = useDesk();
  const name = difference.words;
  const [first] = grouped(difference.versions)[0] ?? [];
  const layer = state.reviewed.layers.find(({ annotator }) => annotator === first?.annotator);
  const [value, setValue] = useState<AttributeValue | null>(layer?.labels[name] ?? null);
  const definition = scheme.reportLabels.find((one) => one.name === name);
  const save = () => onSave(value === null ? { do: "none" } : { do: "editLabel", value });
  return (
    <EditFrame onSave={save} onClose={onClose}>
      <div className="edit-attributes">
        {definition ? (
          <AttributeFields
            definitions={[definition]}
            values={value === null ? {} : { [name]: value }}
            onChange={(_, next) => setValue(next)}
            isDisabled={false}
          />
        ) : (
          <DraftField
            label={name}
            value={value === null || value === true ? "" : String(value)}
            onCommit={(text) => setValue(text === "" ? null : text)}
          />
        )}
      </div>
    </EditFrame>
  );
}
