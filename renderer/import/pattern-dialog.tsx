import { useState } from "react";
import { TextField } from "../look/fields.tsx";
import { FormDialog } from "../look/form-dialog.tsx";
import { t } from "../messages.ts";
import { getPending } from "./import-state.ts";

interface PatternDialogProps {
  onClose: () => void;
  onChoose: (pattern: string) => void;
}

/** Asks for a regular expression over the files' names, and shows what it makes of the first ones. */
export function PatternDialog({ onClose, onChoose }: PatternDialogProps) {
  const [pattern, setPattern] = useState("^(\\w+?)[-_. ]");
  const examples = examplesOf(pattern);
  const choose = () => {
    onChoose(pattern);
    onClose();
  };
  return (
    <FormDialog
      title={t("Cases by a part of the name")}
      action={t("Put into cases")}
      isReady={examples !== null}
      onSubmit={choose}
      onClose={onClose}
    >
      <TextField
        label={t("Regular expression")}
        description={t(
          "Its first group in the file’s name is the case; without a group, all that it finds.",
        )}
        value={pattern}
        onChange={setPattern}
        isInvalid={examples === null}
        errorMessage={t("This is not a regular expression yet.")}
        autoFocus
      />
      <ul className="import-examples small" aria-label={t("Examples")}>
        {examples?.map(({ name, found }) => (
          <li key={name} className="row">
            <span className="grow truncate soft">{name}</span>
            <span className={found === null ? "faint" : "strong"}>
              {found ?? t("does not fit")}
            </span>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}

const examplesShown = 6;

/** What the pattern finds in the first names; null for no regular expression. */
function examplesOf(pattern: string): { name: string; found: string | null }[] | null {
  const files = getPending()?.files.filter(({ report }) => report !== null) ?? [];
  const names = new Set(files.map(({ file }) => file.split("/").at(-1) ?? file));
  try {
    const expression = new RegExp(pattern, "u");
    return Array.from(names)
      .slice(0, examplesShown)
      .map((name) => {
        const found = expression.exec(name);
        return { name, found: found ? (found[1] ?? found[0]) : null };
      });
  } catch {
    return null;
  }
}
