import { useState } from "react";
import type { Entity } from "../../../../shared/model/annotation.ts";
import { CodesField } from "../../../annotate/entities/codes-field.tsx";
import { AttributeFields } from "../../../annotate/inspector/attribute-fields.tsx";
import { DraftField } from "../../../annotate/inspector/draft-field.tsx";
import { withAttribute } from "../../../annotate/marking.ts";
import { Select } from "../../../look/choice.tsx";
import { t } from "../../../messages.ts";
import { grouped } from "../../grouped.ts";
import { useDesk } from "../desk-session.ts";
import { EditFrame, type EditProps } from "./edit-frame.tsx";

type Draft = Pick<Entity, "kind" | "name" | "codes" | "fields">;

/** An entity's kind, name, fields and codes, beginning with what most say. */
export function EditEntity({ difference, onSave, onClose }: EditProps) {
  const { scheme, index } = useDesk();
  const [first] = grouped(difference.versions)[0] ?? [];
  const start = index.entities.get(first?.members[0] ?? "");
  const [draft, setDraft] = useState<Draft>(
    () => start ?? { kind: "", name: difference.words, codes: [], fields: {} },
  );
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const kind = scheme.kinds.find(({ name }) => name === draft.kind);
  const { kind: chosen, name, codes, fields } = draft;
  return (
    <EditFrame
      onSave={() => onSave({ do: "editEntity", entity: { kind: chosen, name, codes, fields } })}
      onClose={onClose}
    >
      <div className="desk-fields row">
        <Select
          label={t("Kind")}
          options={scheme.kinds.map((one) => ({ id: one.name, label: one.name }))}
          value={chosen}
          onChange={(next) => change({ kind: next })}
        />
        <DraftField
          label={t("Name")}
          value={name}
          onCommit={(next) => next !== "" && change({ name: next })}
        />
      </div>
      <div className="edit-attributes">
        <AttributeFields
          definitions={kind?.fields ?? []}
          values={fields}
          onChange={(field, value) =>
            setDraft((now) => ({ ...now, fields: withAttribute(now.fields, field, value) }))
          }
          isDisabled={false}
        />
        <CodesField
          systems={kind?.codes ?? []}
          codes={codes}
          onChange={(next) => change({ codes: next })}
          isDisabled={false}
        />
      </div>
    </EditFrame>
  );
}
