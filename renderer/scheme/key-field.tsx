import { X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { FieldError, Input, TextField } from "react-aria-components";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import { IconButton } from "../look/button.tsx";
import { FieldLabel } from "../look/fields.tsx";
import { keyText } from "../look/key-cap.tsx";
import { t } from "../messages.ts";
import { keyProblem } from "./change-label.ts";

interface KeyFieldProps {
  scheme: Scheme;
  label: LabelDefinition;
  onChange: (key: string | null) => void;
}

/** Takes the next key that is pressed in it; a capital letter means with Shift. */
export function KeyField({ scheme, label, onChange }: KeyFieldProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const take = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const found = keyProblem(scheme, label.name, event.key);
    setProblem(found);
    if (found === null && event.key !== label.key) onChange(event.key);
  };
  return (
    <TextField
      className="field key-field"
      value={label.key ? keyText(label.key) : ""}
      isInvalid={problem !== null}
    >
      <FieldLabel label={t("Key")} />
      <div className="row">
        <Input
          className="input"
          placeholder={t("{of, select, key {none} other {none}}", { of: "key" })}
          onKeyDown={take}
          readOnly
        />
        {label.key !== null && (
          <IconButton
            label={t("Take the key away")}
            icon={X}
            size="small"
            onPress={() => onChange(null)}
          />
        )}
        <span className="small faint">
          {t("Press the key that marks the selection with this label.")}
        </span>
      </div>
      <FieldError className="field-error">{problem}</FieldError>
    </TextField>
  );
}
