import { useState } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { listOf } from "../../shared/scheme/rewrite-scheme.ts";
import { Button } from "../look/button.tsx";
import { ComboBox } from "../look/choice.tsx";
import { Dialog } from "../look/dialog.tsx";
import { t } from "../messages.ts";
import { choose, topLists } from "./chosen.ts";
import { askRewrite } from "./rewrite.ts";
import { subjectWords } from "./subject-words.ts";

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
      title: t("Merge “{name}” into “{into}”", { name: subject.name, into }),
      action: t("Merge"),
      done: t("“{name}” is part of “{into}” now.", { name: subject.name, into }),
      changes: [{ do: "merge", subject, into }],
      onDone: () => top && choose(top.list, into),
    });
  };
  return (
    <Dialog
      title={t("Merge the {subject}", { subject: subjectWords(subject) })}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t("Cancel")}</Button>
          <Button variant="primary" onPress={go} isDisabled={into === null}>
            {t("See what it touches")}
          </Button>
        </>
      }
    >
      <ComboBox
        label={t("Into")}
        options={others.map(({ name }) => ({ id: name, label: name }))}
        value={into}
        onChange={setInto}
        onCustom={(text) => setInto(others.some(({ name }) => name === text) ? text : null)}
      />
      <p className="soft small">
        {t(
          "“{name}” goes; everything that has it gets the other name. The other one keeps its colour, key and guideline.",
          { name: subject.name },
        )}
      </p>
    </Dialog>
  );
}
