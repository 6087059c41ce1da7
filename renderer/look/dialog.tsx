import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./button.tsx";
import "./dialog.css";
import { t } from "../messages.ts";

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
            {isDismissable && (
              <IconButton label={t("Close")} icon={X} size="small" onPress={onClose} />
            )}
          </header>
          <div className="dialog-body">{children}</div>
          {footer && <footer className="dialog-footer">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
