import { X } from "lucide-react";
import { type Subject, subjectInWords } from "../../shared/scheme/rewrite-changes.ts";
import { DraftField } from "../annotate/inspector/draft-field.tsx";
import { IconButton } from "../look/button.tsx";
import { askRewrite, patch } from "./rewrite.ts";

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
      <legend className="field-label">Choices</legend>
      {choices.map((choice) => (
        <Choice key={choice} subject={subject} choice={choice} isOnly={choices.length === 1} />
      ))}
      <DraftField
        // Made anew, so that it is empty again.
        key={choices.length}
        label="New choice"
        hideLabel
        placeholder="Add a choice"
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
  const words = subjectInWords(subject);
  const rename = (to: string) => {
    if (to === "") return;
    void askRewrite({
      title: `Rename the choice “${choice}” of the ${words} to “${to}”`,
      action: "Rename",
      done: `The choice “${choice}” is “${to}” now.`,
      changes: [{ do: "rename-choice", subject, choice, to }],
    });
  };
  const remove = () =>
    askRewrite({
      title: `Remove the choice “${choice}” of the ${words}`,
      action: "Remove the choice and these values",
      done: `The choice “${choice}” is removed.`,
      isDanger: true,
      changes: [{ do: "remove-choice", subject, choice, annotations: "remove" }],
    });
  return (
    <div className="row">
      <div className="grow">
        <DraftField label={`Choice ${choice}`} hideLabel value={choice} onCommit={rename} />
      </div>
      <IconButton
        label={`Remove the choice ${choice}`}
        icon={X}
        size="small"
        isDisabled={isOnly}
        onPress={remove}
      />
    </div>
  );
}
