import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button, IconButton } from "./button.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  size?: "small" | "medium" | "large" | undefined;
  /** Whether Escape and a click beside it close it; a dialog with work under way says false. */
  isDismissable?: boolean | undefined;
  /** Buttons, the one that goes on last. */
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = "medium", isDismissable = true, footer, children } = props;
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
    >
      <Modal className={`dialog ${size}`}>
        <AriaDialog className="dialog-content">
          <header className="dialog-header">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {isDismissable && <IconButton label="Close" icon={X} size="small" onPress={onClose} />}
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer className="dialog-footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmProps {
  title: string;
  sentence: string;
  /** What the button does, as a verb. */
  action: string;
  danger?: boolean | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks once more before something that cannot be undone. */
export function Confirm({ title, sentence, action, danger, onConfirm, onClose }: ConfirmProps) {
  const confirm = () => {
    onClose();
    onConfirm();
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant={danger ? "danger" : "primary"} onPress={confirm} autoFocus>
        {action}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onClose} size="small" footer={footer}>
      <p>{sentence}</p>
    </Dialog>
  );
}
