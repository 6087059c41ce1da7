import { useState } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import { type Subject, subjectInWords } from "../../shared/scheme/rewrite-changes.ts";
import { listOf } from "../../shared/scheme/rewrite-scheme.ts";
import { Button } from "../look/button.tsx";
import { ComboBox } from "../look/choice.tsx";
import { Dialog } from "../look/dialog.tsx";
import { choose, topLists } from "./chosen.ts";
import { askRewrite } from "./rewrite.ts";

interface MergeDialogProps {
  scheme: Scheme;
  subject: Subject;
  onClose: () => void;
}

/** Makes one definition of two: the other keeps its name. */
export function MergeDialog({ scheme, subject, onClose }: MergeDialogProps) {
  const [into, setInto] = useState<string | null>(null);
  const others = listOf(scheme, subject).filter(({ name }) => name !== subject.name);
  const top = topLists.find(({ list }) => list === subject.list);
  const go = () => {
    if (into === null) return;
    onClose();
    void askRewrite({
      title: `Merge “${subject.name}” into “${into}”`,
      action: "Merge",
      done: `“${subject.name}” is part of “${into}” now.`,
      changes: [{ do: "merge", subject, into }],
      onDone: () => top && choose(top.list, into),
    });
  };
  return (
    <Dialog
      title={`Merge the ${subjectInWords(subject)}`}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={go} isDisabled={into === null}>
            See what it touches
          </Button>
        </>
      }
    >
      <ComboBox
        label="Into"
        options={others.map(({ name }) => ({ id: name, label: name }))}
        value={into}
        onChange={setInto}
        onCustom={(text) => setInto(others.some(({ name }) => name === text) ? text : null)}
      />
      <p className="soft small">
        “{subject.name}” goes; everything that has it gets the other name. The other one keeps its
        colour, key and guideline.
      </p>
    </Dialog>
  );
}
