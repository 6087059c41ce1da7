import { type Subject, subjectInWords } from "../../shared/scheme/rewrite-changes.ts";
import { listOf } from "../../shared/scheme/rewrite-scheme.ts";
import { DraftField } from "../annotate/inspector/draft-field.tsx";
import { toast } from "../look/toasts.tsx";
import { getApp } from "../state/app-store.ts";
import { askRewrite } from "./rewrite.ts";

interface NameFieldProps {
  subject: Subject;
  label?: string;
  hideLabel?: boolean;
  /** Called with the name that it has now. */
  onRenamed?: (name: string) => void;
}

/** A name that annotations carry: Enter shows what a new one touches. */
export function NameField({ subject, label = "Name", hideLabel, onRenamed }: NameFieldProps) {
  const rename = (to: string) => {
    const { scheme } = getApp();
    if (to === "" || !scheme) return;
    const isTaken = listOf(scheme, subject).some(({ name }) => name === to);
    if (isTaken) {
      const words = subjectInWords({ ...subject, name: to });
      toast({
        tone: "danger",
        text: `There is a ${words} already; choose another name, or merge the two.`,
      });
      return;
    }
    void askRewrite({
      title: `Rename “${subject.name}” to “${to}”`,
      action: "Rename",
      done: `“${subject.name}” is “${to}” now.`,
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
