import type { ReactNode } from "react";
import { closeDialog } from "../dialogs/open-dialog.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { Progress } from "../look/progress.tsx";
import { sentence, t } from "../messages.ts";
import type { Work } from "./use-work.ts";
import "./packages.css";

interface WorkDialogProps {
  title: string;
  size?: "medium" | "large";
  work: Work;
  /** The buttons; while work runs there is one that cancels it. */
  footer: ReactNode;
  children: ReactNode;
}

/** A dialog whose work shows its progress, and what went wrong, in itself. */
export function WorkDialog({ title, size = "medium", work, footer, children }: WorkDialogProps) {
  const { progress, problem } = work;
  const isRunning = progress !== null;
  return (
    <Dialog
      title={title}
      size={size}
      isOpen
      onClose={isRunning ? work.cancel : closeDialog}
      isDismissable={!isRunning}
      footer={isRunning ? <Button onPress={work.cancel}>{t("Cancel")}</Button> : footer}
    >
      {isRunning ? (
        <Progress
          label={sentence(progress.doing) || title}
          done={progress.done}
          total={progress.total}
        />
      ) : (
        children
      )}
      {problem && (
        <p className="package-problem" role="alert">
          {problem.message}
        </p>
      )}
    </Dialog>
  );
}
