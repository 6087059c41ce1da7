import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { LabelDefinition, LabelExample } from "../../shared/model/scheme.ts";
import { DraftField } from "../annotate/inspector/draft-field.tsx";
import { Button, IconButton } from "../look/button.tsx";
import { Select } from "../look/choice.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";

interface GuidelineEditorProps {
  label: LabelDefinition;
  onChange: (facts: Partial<Omit<LabelDefinition, "name">>) => void;
}

/** What annotators are told about a label, with words that are to be marked and words that are not. */
export function GuidelineEditor({ label, onChange }: GuidelineEditorProps) {
  const { guideline, examples = [] } = label;
  const save = (all: LabelExample[]) => onChange({ examples: all.length > 0 ? all : undefined });
  return (
    <>
      <Guideline
        key={guideline}
        text={guideline}
        onChange={(text) => onChange({ guideline: text })}
      />
      <section className="stack" aria-label={t("Examples")}>
        <h3 className="field-label">{t("Examples")}</h3>
        {examples.map((example, at) => (
          <Example
            // They have no names, and each is changed in its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={at}
            at={at}
            example={example}
            onChange={(changed) => save(examples.with(at, changed))}
            onRemove={() => save(examples.toSpliced(at, 1))}
          />
        ))}
        <NewExample
          key={examples.length}
          onAdd={(text, isGood) => save([...examples, { text, isGood, note: "" }])}
        />
      </section>
    </>
  );
}

function Guideline({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const [draft, setDraft] = useState(text);
  const save = () => {
    if (draft !== text) onChange(draft);
  };
  return (
    <TextField
      label={t("Guideline")}
      description={t(
        "What to mark with it and what not. A line that begins with “- ” is an item of a list, **two stars** make words strong. Annotators see it where they choose the label, and with F1.",
      )}
      multiline
      rows={6}
      value={draft}
      onChange={setDraft}
      onBlur={save}
    />
  );
}

const verdicts = [
  { id: "good", label: t("mark") },
  { id: "bad", label: t("do not mark") },
];

interface ExampleProps {
  at: number;
  example: LabelExample;
  onChange: (example: LabelExample) => void;
  onRemove: () => void;
}

function Example({ at, example, onChange, onRemove }: ExampleProps) {
  const number = at + 1;
  return (
    <div className="example-fields">
      <Select
        label={t("What to do with example {number}", { number })}
        hideLabel
        options={verdicts}
        value={example.isGood ? "good" : "bad"}
        onChange={(id) => onChange({ ...example, isGood: id === "good" })}
      />
      <DraftField
        label={t("Words of example {number}", { number })}
        hideLabel
        value={example.text}
        onCommit={(text) => (text === "" ? onRemove() : onChange({ ...example, text }))}
      />
      <DraftField
        label={t("Why, of example {number}", { number })}
        hideLabel
        placeholder={t("why")}
        value={example.note}
        onCommit={(note) => onChange({ ...example, note })}
      />
      <IconButton
        label={t("Remove example {number}", { number })}
        icon={X}
        size="small"
        onPress={onRemove}
      />
    </div>
  );
}

function NewExample({ onAdd }: { onAdd: (text: string, isGood: boolean) => void }) {
  const [text, setText] = useState("");
  const add = (isGood: boolean) => text.trim() && onAdd(text.trim(), isGood);
  return (
    <div className="row">
      <div className="grow">
        <TextField
          label={t("New example")}
          hideLabel
          placeholder={t("Words as they stand in a report")}
          value={text}
          onChange={setText}
          onKeyDown={(event) => event.key === "Enter" && add(true)}
        />
      </div>
      <Button icon={Plus} isDisabled={!text.trim()} onPress={() => add(true)}>
        {t("Mark")}
      </Button>
      <Button icon={Plus} isDisabled={!text.trim()} onPress={() => add(false)}>
        {t("Do not mark")}
      </Button>
    </div>
  );
}
