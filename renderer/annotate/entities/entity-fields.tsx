import type { Entity } from "../../../shared/model/annotation.ts";
import { t } from "../../messages.ts";
import { AttributeFields } from "../inspector/attribute-fields.tsx";
import { DraftField } from "../inspector/draft-field.tsx";
import { useSession } from "../session.ts";
import { CodesField } from "./codes-field.tsx";

interface EntityFieldsProps {
  entity: Entity;
  isDisabled: boolean;
}

/** An entity's name, the fields of its kind and its codes, to change. */
export function EntityFields({ entity, isDisabled }: EntityFieldsProps) {
  const { scheme, actions } = useSession();
  const kind = scheme.kinds.find(({ name }) => name === entity.kind);
  const rename = (name: string) => {
    if (name !== "") actions.updateEntity(entity.id, { name });
  };
  return (
    <>
      <DraftField label={t("Name")} value={entity.name} isDisabled={isDisabled} onCommit={rename} />
      <AttributeFields
        definitions={kind?.fields ?? []}
        values={entity.fields}
        onChange={(name, value) => actions.setField(entity.id, name, value)}
        isDisabled={isDisabled}
      />
      <CodesField
        systems={kind?.codes ?? []}
        codes={entity.codes}
        onChange={(codes) => actions.updateEntity(entity.id, { codes })}
        isDisabled={isDisabled}
      />
    </>
  );
}
