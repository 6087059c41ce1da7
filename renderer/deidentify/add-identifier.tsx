import { Plus } from "lucide-react";
import { useState } from "react";
import { type IdentifierKind, identifierKinds } from "../../shared/deidentify/candidate.ts";
import { Button } from "../look/button.tsx";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import { kindNames } from "./kinds.ts";

const options = identifierKinds.map((kind) => ({ id: kind, label: kindNames[kind] }));

/** Marks what is selected in the text, as what was chosen last. */
export function AddIdentifier({ onAdd }: { onAdd: (kind: IdentifierKind) => void }) {
  const [kind, setKind] = useState<IdentifierKind>("name");
  const choose = (id: string) => {
    const chosen = identifierKinds.find((known) => known === id);
    if (chosen) setKind(chosen);
  };
  const add = () => onAdd(kind);
  useCommands({ "identifier.add": add });
  return (
    <div className="deidentify-add row">
      <Select
        label={t("The selection is")}
        hideLabel
        size="small"
        options={options}
        value={kind}
        onChange={choose}
      />
      <Button icon={Plus} keys={shownKey("identifier.add")} onPress={add}>
        {t("Add the selection")}
      </Button>
    </div>
  );
}
