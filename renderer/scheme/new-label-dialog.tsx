import { colours, type Scheme } from "../../shared/model/scheme.ts";
import { NameDialog } from "../dialogs/name-dialogs.tsx";
import { toast } from "../look/toasts.tsx";
import { write } from "../state/app-store.ts";

interface NewLabelDialogProps {
  scheme: Scheme;
  onAdded: (name: string) => void;
  onClose: () => void;
}

/** Adds a label with the first colour that no other label has. */
export function NewLabelDialog({ scheme, onAdded, onClose }: NewLabelDialogProps) {
  const add = async (name: string) => {
    if (scheme.labels.some((label) => label.name === name)) {
      toast({ tone: "danger", text: `There is a label “${name}” already; choose another name.` });
      return false;
    }
    const used = new Set(scheme.labels.map(({ colour }) => colour));
    const colour = colours.find((free) => !used.has(free)) ?? "slate";
    const label = { name, parent: null, kind: null, colour, key: null, guideline: "" };
    const added = await write("scheme.replace", {
      scheme: { ...scheme, labels: [...scheme.labels, label] },
    });
    if (added) onAdded(name);
    return added !== null;
  };
  return (
    <NameDialog
      title="New label"
      label="Name"
      description="As it is to stand in every file; it cannot be changed later without its spans."
      action="Add"
      onName={add}
      onClose={onClose}
    />
  );
}
