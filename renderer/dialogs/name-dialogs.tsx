import { useState } from "react";
import { TextField } from "../look/fields.tsx";
import { FormDialog } from "../look/form-dialog.tsx";
import { t } from "../messages.ts";
import { switchSession } from "../state/app-store.ts";
import { closeDialog } from "./open-dialog.ts";

interface NameDialogProps {
  title: string;
  label: string;
  description: string;
  action: string;
  initial?: string;
  /** Answers whether it worked; the dialog stays when it did not. */
  onName: (name: string) => Promise<boolean>;
  onClose: () => void;
}

/** Asks for one name. */
export function NameDialog(props: NameDialogProps) {
  const { title, label, description, action, initial = "", onName, onClose } = props;
  const [name, setName] = useState(initial);
  const submit = async () => {
    if (name.trim() && (await onName(name.trim()))) onClose();
  };
  return (
    <FormDialog
      title={title}
      size="small"
      action={action}
      isReady={name.trim() !== ""}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={label}
        description={description}
        value={name}
        onChange={setName}
        maxLength={100}
        selectsAll
        autoFocus
      />
    </FormDialog>
  );
}

export function NewProjectDialog() {
  return (
    <NameDialog
      title={t("New project")}
      label={t("Name")}
      description={t(
        "A file of this name is made in your Casemark folder. It starts with the default scheme.",
      )}
      action={t("Create")}
      onName={(name) => switchSession("project.create", { name })}
      onClose={closeDialog}
    />
  );
}

export function NewNameDialog() {
  return (
    <NameDialog
      title={t("Another name")}
      label={t("Name")}
      description={t(
        "Another name works in another layer and does not see the marks of the others.",
      )}
      action={t("Work as this name")}
      onName={(name) => switchSession("annotator.use", { name })}
      onClose={closeDialog}
    />
  );
}
