import { Merge, Split } from "lucide-react";
import { useState } from "react";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import { Button } from "../look/button.tsx";
import { Select } from "../look/choice.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { t } from "../messages.ts";
import { possibleParents } from "./change-label.ts";
import { choose } from "./chosen.ts";
import { ColourPicker } from "./colour-picker.tsx";
import { GuidelineEditor } from "./guideline-editor.tsx";
import { KeyField } from "./key-field.tsx";
import { MergeDialog } from "./merge-dialog.tsx";
import { moveLabel } from "./move-label.ts";
import { NameField } from "./name-field.tsx";
import { RemoveButton } from "./remove-button.tsx";
import { patch } from "./rewrite.ts";
import { SplitDialog } from "./split-dialog.tsx";
import { UsagePanel } from "./usage-panel.tsx";

const none = "";

interface LabelEditorProps {
  scheme: Scheme;
  label: LabelDefinition;
}

/** One label: each change is saved at once and is one step of undo. */
export function LabelEditor({ scheme, label }: LabelEditorProps) {
  const { name, colour, key, kind, parent } = label;
  const [asking, setAsking] = useState<"merge" | "split" | null>(null);
  const subject = { list: "labels", of: null, name } as const;
  const change = (facts: Partial<Omit<LabelDefinition, "name">>) => patch(subject, facts);
  const options = (names: readonly string[], otherwise: string) => [
    { id: none, label: otherwise },
    ...names.map((id) => ({ id, label: id })),
  ];
  const move = (to: string) => moveLabel(name, { parent: to || null, before: null });
  return (
    <div className="scheme-detail">
      <header className="scheme-title">
        <h2 className="grow">
          <LabelTag colour={colour} name={name} keys={key} />
        </h2>
        <Button icon={Merge} onPress={() => setAsking("merge")}>
          {t("Merge…")}
        </Button>
        <Button icon={Split} onPress={() => setAsking("split")}>
          {t("Split…")}
        </Button>
        <RemoveButton scheme={scheme} subject={subject} />
      </header>
      <div className="scheme-pair">
        <NameField subject={subject} onRenamed={(to) => choose("labels", to)} />
        <Select
          label={t("Below")}
          options={options(possibleParents(scheme, name), t("nothing; it stands at the top"))}
          value={parent ?? none}
          onChange={move}
        />
      </div>
      <div className="scheme-pair">
        <Select
          label={t("Speaks of")}
          options={options(
            scheme.kinds.map((known) => known.name),
            t("no entity"),
          )}
          value={kind ?? none}
          onChange={(id) => change({ kind: id || null })}
        />
        <KeyField scheme={scheme} label={label} onChange={(chosen) => change({ key: chosen })} />
      </div>
      <ColourPicker value={colour} onChange={(chosen) => change({ colour: chosen })} />
      <GuidelineEditor label={label} onChange={change} />
      <UsagePanel subject={subject} />
      {asking === "merge" && (
        <MergeDialog scheme={scheme} subject={subject} onClose={() => setAsking(null)} />
      )}
      {asking === "split" && (
        <SplitDialog scheme={scheme} label={label} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}
