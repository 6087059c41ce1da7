import { CircleAlert } from "lucide-react";
import { Button } from "../../look/button.tsx";
import { rich, t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { FinishNotice } from "../reading/finish-notice.tsx";
import { useSession } from "../session.ts";
import { stepToProblem } from "./step-to-problem.ts";
import { useProblems } from "./use-problems.ts";

/** How many things do not keep to the scheme when a report is finished. */
export function ProblemsNotice() {
  const session = useSession();
  const isAsking = useProblems((problems) => problems.isAsking());
  const count = useProblems((problems) => problems.list().length);
  const look = () => {
    session.problems.ask(false);
    stepToProblem(session);
    session.focusText();
  };
  const sentence = rich(
    "<strong>To look at:</strong> {count, plural, one {one thing} other {# things}}",
    { count, strong: (inner) => <strong>{inner}</strong> },
  );
  return (
    <FinishNotice
      isShown={isAsking}
      icon={CircleAlert}
      sentence={sentence}
      onLeave={() => session.problems.ask(false)}
    >
      <Button keys={shownKey("span.nextFlagged")} onPress={look}>
        {t("Look")}
      </Button>
      <Button keys={shownKey("report.finish")} onPress={() => runCommand("report.finish")}>
        {t("Finish all the same")}
      </Button>
    </FinishNotice>
  );
}
