import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { Subject } from "../../shared/scheme/rewrite-changes.ts";
import { Button, IconButton } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { t } from "../messages.ts";
import { askRewrite } from "./rewrite.ts";
import { subjectWords } from "./subject-words.ts";

interface RemoveButtonProps {
  scheme: Scheme;
  subject: Subject;
  size?: "small";
}

/** Takes a definition out of the scheme; what becomes of its annotations is chosen first. */
export function RemoveButton({ subject, size }: RemoveButtonProps) {
  const [isAsking, setAsking] = useState(false);
  const words = subjectWords(subject);
  const title = t("Remove the {subject}", { subject: words });
  const remove = (annotations: "remove" | "keep") => {
    setAsking(false);
    void askRewrite({
      title,
      action: t(annotations === "remove" ? "Remove all of it" : "Remove"),
      done: t("The {subject} is removed.", { subject: words }),
      isDanger: true,
      changes: [{ do: "remove", subject, annotations }],
    });
  };
  return (
    <>
      <IconButton
        label={t("Remove {name}", { name: subject.name })}
        icon={Trash2}
        {...(size && { size })}
        onPress={() => setAsking(true)}
      />
      <Dialog
        title={title}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        size="small"
        footer={
          <>
            <Button onPress={() => setAsking(false)}>{t("Cancel")}</Button>
            <Button onPress={() => remove("keep")}>{t("Keep them")}</Button>
            <Button variant="danger" onPress={() => remove("remove")}>
              {t("Remove them")}
            </Button>
          </>
        }
      >
        <p>{questionOf(subject)}</p>
        <p className="soft">
          {t(
            "What is kept stays as it is and is listed under “To look at” until it is changed. What is removed goes together with whatever points to it; undo brings all of it back.",
          )}
        </p>
      </Dialog>
    </>
  );
}

/** Asks about what annotations have of a definition. */
function questionOf({ list, name }: Subject): string {
  switch (list) {
    case "labels":
      return t("What is to become of the spans labelled “{name}”?", { name });
    case "kinds":
      return t("What is to become of the entities of the kind “{name}”?", { name });
    case "relations":
      return t("What is to become of the relations “{name}”?", { name });
    case "events":
      return t("What is to become of the events “{name}”?", { name });
    case "groups":
      return t("What is to become of the groups “{name}”?", { name });
    case "roles":
      return t("What is to become of the participants in the role “{name}”?", { name });
    default:
      return t("What is to become of the values of “{name}”?", { name });
  }
}
