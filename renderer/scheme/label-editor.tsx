import { useState } from "react";
import type { LabelDefinition, Scheme } from "../../shared/model/scheme.ts";
import { Select } from "../look/choice.tsx";
import { TextField } from "../look/fields.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { write } from "../state/app-store.ts";
import { possibleParents, withLabel } from "./change-label.ts";
import { ColourPicker } from "./colour-picker.tsx";
import { KeyField } from "./key-field.tsx";

const none = "";

/** One label: each change is saved at once and is one step of undo. */
export function LabelEditor({ scheme, label }: { scheme: Scheme; label: LabelDefinition }) {
  const { name, colour, key, kind, parent } = label;
  const change = (patch: Partial<Omit<LabelDefinition, "name">>) =>
    write("scheme.replace", { scheme: withLabel(scheme, name, patch) });
  const options = (names: readonly string[], otherwise: string) => [
    { id: none, label: otherwise },
    ...names.map((id) => ({ id, label: id })),
  ];
  return (
    <div className="scheme-detail">
      <h2>
        <LabelTag colour={colour} name={name} keys={key} />
      </h2>
      <ColourPicker value={colour} onChange={(chosen) => change({ colour: chosen })} />
      <KeyField scheme={scheme} label={label} onChange={(chosen) => change({ key: chosen })} />
      <div className="scheme-pair">
        <Select
          label="Speaks of"
          options={options(
            scheme.kinds.map((known) => known.name),
            "no entity",
          )}
          value={kind ?? none}
          onChange={(id) => change({ kind: id || null })}
        />
        <Select
          label="Below"
          options={options(possibleParents(scheme, name), "nothing; it stands at the top")}
          value={parent ?? none}
          onChange={(id) => change({ parent: id || null })}
        />
      </div>
      <Guideline
        key={label.guideline}
        label={label}
        onChange={(guideline) => change({ guideline })}
      />
    </div>
  );
}

interface GuidelineProps {
  label: LabelDefinition;
  onChange: (guideline: string) => void;
}

function Guideline({ label, onChange }: GuidelineProps) {
  const [text, setText] = useState(label.guideline);
  const save = () => {
    if (text !== label.guideline) onChange(text);
  };
  return (
    <TextField
      label="Guideline"
      description="What to mark with it and what not; annotators see it beside their work."
      multiline
      rows={8}
      value={text}
      onChange={setText}
      onBlur={save}
    />
  );
}
