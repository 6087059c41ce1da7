import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import { type Subject, subjectInWords } from "../../shared/scheme/rewrite-changes.ts";
import { Button, IconButton } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { askRewrite } from "./rewrite.ts";

interface RemoveButtonProps {
  scheme: Scheme;
  subject: Subject;
  size?: "small";
}

/** Takes a definition out of the scheme; what becomes of its annotations is chosen first. */
export function RemoveButton({ subject, size }: RemoveButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const words = subjectInWords(subject);
  const remove = (annotations: "remove" | "keep") => {
    setAsking(false);
    void askRewrite({
      title: `Remove the ${words}`,
      action: annotations === "remove" ? "Remove all of it" : "Remove",
      done: `The ${words} is removed.`,
      isDanger: true,
      changes: [{ do: "remove", subject, annotations }],
    });
  };
  return (
    <>
      <IconButton
        label={`Remove ${subject.name}`}
        icon={Trash2}
        {...(size && { size })}
        onPress={() => setAsking(true)}
      />
      <Dialog
        title={`Remove the ${words}`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        size="small"
        footer={
          <>
            <Button onPress={() => setAsking(false)}>Cancel</Button>
            <Button onPress={() => remove("keep")}>Keep them</Button>
            <Button variant="danger" onPress={() => remove("remove")}>
              Remove them
            </Button>
          </>
        }
      >
        <p>What is to become of the {leftBy(subject)}?</p>
        <p className="soft">
          What is kept stays as it is and is listed under “To look at” until it is changed. What is
          removed goes together with whatever points to it; undo brings all of it back.
        </p>
      </Dialog>
    </>
  );
}

/** What annotations have of a definition. */
function leftBy({ list, name }: Subject): string {
  switch (list) {
    case "labels":
      return `spans labelled “${name}”`;
    case "kinds":
      return `entities of the kind “${name}”`;
    case "relations":
    case "events":
    case "groups":
      return `${list} “${name}”`;
    case "roles":
      return `participants in the role “${name}”`;
    default:
      return `values of “${name}”`;
  }
}
