import { CorrectDialog } from "../correct/correct-dialog.tsx";
import { GuidelineDialog } from "../guideline/guideline-dialog.tsx";
import { ConflictsDialog } from "../packages/conflicts-dialog.tsx";
import { FeedbackDialog } from "../packages/feedback-dialog.tsx";
import { HandOutDialog } from "../packages/hand-out-dialog.tsx";
import { MergeDialog } from "../packages/merge-dialog.tsx";
import { OpenPackageDialog } from "../packages/open-package-dialog.tsx";
import { SendBackDialog } from "../packages/send-back-dialog.tsx";
import { Palette } from "../palette/palette.tsx";
import { AnswerDialog } from "../review/questions/answer-dialog.tsx";
import { AskDialog } from "../review/questions/ask-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { NewNameDialog, NewProjectDialog } from "./name-dialogs.tsx";
import { useOpenDialog } from "./open-dialog.ts";

/** Shows the dialog that is open. */
export function Dialogs() {
  const dialog = useOpenDialog();
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "new-project":
      return <NewProjectDialog />;
    case "new-name":
      return <NewNameDialog />;
    case "keys":
      return <KeysDialog />;
    case "palette":
      return <Palette />;
    case "export":
      return <ExportDialog reports={dialog.reports} />;
    case "hand-out":
      return <HandOutDialog reports={dialog.reports} />;
    case "send-back":
      return <SendBackDialog />;
    case "merge":
      return <MergeDialog ticket={dialog.ticket} />;
    case "open-package":
      return <OpenPackageDialog ticket={dialog.ticket} />;
    case "conflicts":
      return <ConflictsDialog />;
    case "feedback":
      return <FeedbackDialog />;
    case "ask-question":
      return <AskDialog about={dialog.about} />;
    case "answer-question":
      return <AnswerDialog question={dialog.question} />;
    case "guideline":
      return <GuidelineDialog label={dialog.label} />;
    case "correct":
      return <CorrectDialog report={dialog.report} at={dialog.at} />;
  }
}
