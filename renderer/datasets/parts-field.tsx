import { Plus, X } from "lucide-react";
import { Button, IconButton } from "../look/button.tsx";
import { TextField } from "../look/fields.tsx";
import { inNumber, t } from "../messages.ts";
import { shareOf, wrongIn } from "./draft-problems.ts";
import type { FormProps, PartDraft } from "./release-draft.ts";

interface PartsFieldProps {
  parts: readonly PartDraft[];
  problems: FormProps["problems"];
  onChange: (parts: PartDraft[]) => void;
}

/** The parts of the split with their shares, of which only the ratio counts. */
export function PartsField({ parts, problems, onChange }: PartsFieldProps) {
  const whole = parts.reduce((sum, part) => sum + shareOf(part), 0);
  return (
    <fieldset className="release-rows">
      <legend className="field-label">{t("Parts and their shares of the cases")}</legend>
      {parts.map((part, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that a part has while it is typed
          key={at}
          className="part-row"
        >
          <TextField
            label={t("Name of part {number, number}", { number: at + 1 })}
            hideLabel
            value={part.name}
            onChange={(name) => onChange(parts.with(at, { ...part, name }))}
            {...wrongIn(problems, `part ${at}`)}
          />
          <TextField
            label={t("Share of part {number, number}", { number: at + 1 })}
            hideLabel
            inputMode="decimal"
            value={part.share}
            onChange={(share) => onChange(parts.with(at, { ...part, share }))}
            {...wrongIn(problems, `share ${at}`)}
          />
          <span className="faint numeric part-percent">
            {whole > 0 &&
              t("{percent} %", {
                percent: inNumber(Math.round((1000 * shareOf(part)) / whole) / 10),
              })}
          </span>
          <IconButton
            label={t("Take the part out")}
            icon={X}
            isDisabled={parts.length === 1}
            onPress={() => onChange(parts.toSpliced(at, 1))}
          />
        </div>
      ))}
      <div>
        <Button icon={Plus} onPress={() => onChange([...parts, { name: "", share: "10" }])}>
          {t("Add a part")}
        </Button>
      </div>
    </fieldset>
  );
}
