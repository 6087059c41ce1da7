import { CircleAlert, X } from "lucide-react";
import { Button, IconButton } from "../look/button.tsx";
import { runCommand } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import { useSession } from "./session.ts";
import { stepToProblem } from "./step-to-problem.ts";
import { useProblems } from "./use-problems.ts";
import "./reading.css";

/** How many things do not keep to the scheme when a report is finished; it takes neither focus nor room. */
export function ProblemsNotice() {
  const session = useSession();
  const isAsking = useProblems((problems) => problems.isAsking());
  const count = useProblems((problems) => problems.list().length);
  const look = () => {
    session.problems.ask(false);
    stepToProblem(session);
    session.focusText();
  };
  return (
    <div role="status" className="reading-notice-place">
      {isAsking && (
        <div className="reading-notice">
          <div className="row">
            <CircleAlert aria-hidden />
            <p className="grow">
              <strong>To look at:</strong>{" "}
              {count === 1 ? "one thing" : `${count.toLocaleString()} things`}
            </p>
            <IconButton label="Not now" icon={X} onPress={() => session.problems.ask(false)} />
          </div>
          <div className="row">
            <span className="grow" />
            <Button keys={shownKey("span.nextFlagged")} onPress={look}>
              Look
            </Button>
            <Button keys={shownKey("report.finish")} onPress={() => runCommand("report.finish")}>
              Finish all the same
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
