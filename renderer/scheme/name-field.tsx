import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { listOf } from "../../shared/scheme/rewrite-scheme.ts";
import { DraftField } from "../annotate/inspector/draft-field.tsx";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { getApp } from "../state/app-store.ts";
import { askRewrite } from "./rewrite.ts";
import { subjectWords } from "./subject-words.ts";

interface NameFieldProps {
  subject: Subject;
  label?: string;
  hideLabel?: boolean;
  /** Called with the name that it has now. */
  onRenamed?: (name: string) => void;
}

/** A name that annotations carry: Enter shows what a new one touches. */
export function NameField({ subject, label = t("Name"), hideLabel, onRenamed }: NameFieldProps) {
  const rename = (to: string) => {
    const { scheme } = getApp();
    if (to === "" || !scheme) return;
    const isTaken = listOf(scheme, subject).some(({ name }) => name === to);
    if (isTaken) {
      toast({
        tone: "danger",
        text: t("There is a {subject} already; choose another name, or merge the two.", {
          subject: subjectWords({ ...subject, name: to }),
        }),
      });
      return;
    }
    void askRewrite({
      title: t("Rename “{name}” to “{to}”", { name: subject.name, to }),
      action: t("Rename"),
      done: t("“{name}” is “{to}” now.", { name: subject.name, to }),
      changes: [{ do: "rename", subject, to }],
      ...(onRenamed && { onDone: () => onRenamed(to) }),
    });
  };
  return (
    <DraftField
      label={label}
      value={subject.name}
      onCommit={rename}
      {...(hideLabel && { hideLabel })}
    />
  );
}
