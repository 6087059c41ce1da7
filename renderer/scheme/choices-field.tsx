import { X } from "lucide-react";
import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { DraftField } from "../annotate/inspector/draft-field.tsx";
import { IconButton } from "../look/button.tsx";
import { t } from "../messages.ts";
import { askRewrite, patch } from "./rewrite.ts";
import { subjectWords } from "./subject-words.ts";

interface ChoicesFieldProps {
  subject: Subject;
  choices: readonly string[];
}

/** What there is to choose from; a choice that is renamed or removed is followed by the values. */
export function ChoicesField({ subject, choices }: ChoicesFieldProps) {
  const add = (choice: string) => {
    if (choice && !choices.includes(choice)) patch(subject, { choices: [...choices, choice] });
  };
  return (
    <fieldset className="choices-field">
      <legend className="field-label">{t("Choices")}</legend>
      {choices.map((choice) => (
        <Choice key={choice} subject={subject} choice={choice} isOnly={choices.length === 1} />
      ))}
      <DraftField
        // Made anew, so that it is empty again.
        key={choices.length}
        label={t("New choice")}
        hideLabel
        placeholder={t("Add a choice")}
        value=""
        onCommit={add}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  subject: Subject;
  choice: string;
  isOnly: boolean;
}

function Choice({ subject, choice, isOnly }: ChoiceProps) {
  const words = subjectWords(subject);
  const rename = (to: string) => {
    if (to === "") return;
    void askRewrite({
      title: t("Rename the choice “{choice}” of the {subject} to “{to}”", {
        choice,
        subject: words,
        to,
      }),
      action: t("Rename"),
      done: t("The choice “{choice}” is “{to}” now.", { choice, to }),
      changes: [{ do: "rename-choice", subject, choice, to }],
    });
  };
  const remove = () =>
    askRewrite({
      title: t("Remove the choice “{choice}” of the {subject}", { choice, subject: words }),
      action: t("Remove the choice and these values"),
      done: t("The choice “{choice}” is removed.", { choice }),
      isDanger: true,
      changes: [{ do: "remove-choice", subject, choice, annotations: "remove" }],
    });
  return (
    <div className="row">
      <div className="grow">
        <DraftField
          label={t("Choice {choice}", { choice })}
          hideLabel
          value={choice}
          onCommit={rename}
        />
      </div>
      <IconButton
        label={t("Remove the choice {choice}", { choice })}
        icon={X}
        size="small"
        isDisabled={isOnly}
        onPress={remove}
      />
    </div>
  );
}
