import { useState } from "react";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import type { SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { Segments } from "../look/segments.tsx";
import { t } from "../messages.ts";
import { askRewrite } from "./rewrite.ts";
import { SplitByHand } from "./split-by-hand.tsx";
import { SplitByValue } from "./split-by-value.tsx";
import { SplitByWords } from "./split-by-words.tsx";

export type SplitPart = Extract<SchemeChange, { do: "split" }>["parts"][number];

const ways = [
  { id: "words", label: t("By words") },
  { id: "attribute", label: t("By an attribute") },
  { id: "field", label: t("By a field") },
  { id: "hand", label: t("By hand") },
];

interface SplitDialogProps {
  scheme: Scheme;
  label: LabelDefinition;
  onClose: () => void;
}

/** Gives some of a label's spans other labels, by a rule or one by one. */
export function SplitDialog({ scheme, label, onClose }: SplitDialogProps) {
  const { name } = label;
  const [way, setWay] = useState("words");
  const [parts, setParts] = useState<SplitPart[]>([]);
  const kind = scheme.kinds.find((known) => known.name === label.kind);
  const title = t("Split the label “{name}”", { name });
  const go = () => {
    onClose();
    void askRewrite({
      title,
      action: t("Split"),
      done: t("“{name}” is split.", { name }),
      changes: [{ do: "split", label: name, parts }],
    });
  };
  const attributes = scheme.attributes.filter(({ on }) => on.length === 0 || on.includes(name));
  const others = scheme.labels.filter((known) => known.name !== name).map((known) => known.name);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <span className="grow faint small">
            {t("What no part takes stays “{name}”.", { name })}
          </span>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" onPress={go} isDisabled={parts.length === 0}>
            {t("See what it touches")}
          </Button>
        </>
      }
    >
      <Segments
        label={t("How")}
        options={ways.filter(({ id }) => id !== "field" || kind)}
        value={way}
        onChange={(id) => {
          setWay(id);
          setParts([]);
        }}
      />
      {way === "words" && <SplitByWords labels={others} onParts={setParts} />}
      {way === "attribute" && (
        <SplitByValue
          key="attribute"
          by="attribute"
          definitions={attributes}
          labels={others}
          onParts={setParts}
        />
      )}
      {way === "field" && (
        <SplitByValue
          key="field"
          by="field"
          definitions={kind?.fields ?? []}
          labels={others}
          onParts={setParts}
        />
      )}
      {way === "hand" && <SplitByHand label={name} labels={others} onParts={setParts} />}
    </Dialog>
  );
}
