import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../look/button.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { LabelNameField } from "./label-name-field.tsx";
import type { SplitPart } from "./split-dialog.tsx";

interface SplitByWordsProps {
  labels: readonly string[];
  onParts: (parts: SplitPart[]) => void;
}

interface Line {
  words: string;
  to: string;
}

/** Spans with certain words in them get another label; the first line that takes a span counts. */
export function SplitByWords({ labels, onParts }: SplitByWordsProps) {
  const [lines, setLines] = useState<Line[]>([{ words: "", to: "" }]);
  const change = (at: number, facts: Partial<Line>) => {
    const next = lines.map((line, place) => (place === at ? { ...line, ...facts } : line));
    setLines(next);
    onParts(next.flatMap(partOf));
  };
  return (
    <div className="stack">
      {lines.map((line, at) => (
        // Lines have no names, and none is ever taken out.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="scheme-pair">
          <TextField
            label={
              at === 0
                ? t("Spans that have one of these words")
                : t("Words of part {number}", { number: at + 1 })
            }
            hideLabel={at > 0}
            placeholder={t("recurrence, recurrent")}
            value={line.words}
            onChange={(words) => change(at, { words })}
          />
          <LabelNameField
            label={at === 0 ? t("Become") : t("Label of part {number}", { number: at + 1 })}
            hideLabel={at > 0}
            labels={labels}
            value={line.to}
            onChange={(to) => change(at, { to })}
          />
        </div>
      ))}
      <div>
        <Button icon={Plus} onPress={() => setLines([...lines, { words: "", to: "" }])}>
          {t("Another part")}
        </Button>
      </div>
      <p className="soft small">
        {t("Several words are parted by commas. Upper and lower case are alike.")}
      </p>
    </div>
  );
}

function partOf({ words, to }: Line): SplitPart[] {
  const all = words
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return all.length > 0 && to !== "" ? [{ to, where: { by: "words", words: all } }] : [];
}
