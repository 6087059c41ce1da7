import { type ReactNode, useId } from "react";
import { t } from "../messages.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface FormDialogProps {
  title: string;
  size?: "small" | "medium" | "large";
  /** What the button says that sends it; Enter in a field sends it, too. */
  action: string;
  /** Whether there is all that it takes. */
  isReady: boolean;
  onSubmit: () => unknown;
  onClose: () => void;
  /** What is asked for. */
  children: ReactNode;
}

/** A dialog that asks for something and sends it. It stays open until it is told to close. */
export function FormDialog(props: FormDialogProps) {
  const { title, size, action, isReady, onSubmit, onClose, children } = props;
  const form = useId();
  const footer = (
    <>
      <Button onPress={onClose}>{t("Cancel")}</Button>
      <Button variant="primary" type="submit" form={form} isDisabled={!isReady}>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} size={size} isOpen onClose={onClose} footer={footer}>
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
