import { BookOpen, X } from "lucide-react";
import type { Section } from "../../shared/model/report.ts";
import { partName } from "../../shared/reading/parts.ts";
import { Button, IconButton } from "../look/button.tsx";
import { runCommand } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import { goToFirstUnread } from "./reading-actions.ts";
import { useReading } from "./reading-hook.ts";
import { useSession } from "./session.ts";
import "./reading.css";

/** What stands in the way of finishing, over the text's lower edge; it takes neither focus nor room. */
export function ReadingNotice() {
  const session = useSession();
  const isAsking = useReading((store) => store.isAsking());
  const unread = useReading((store) => store.unfinished());
  return (
    <div role="status" className="reading-notice-place">
      {isAsking && (
        <div className="reading-notice">
          <div className="row">
            <BookOpen aria-hidden />
            <p className="grow">
              <strong>Not read yet:</strong> {namesOf(unread)}
            </p>
            <IconButton label="Not now" icon={X} onPress={() => session.reading.ask(false)} />
          </div>
          <div className="row">
            <span className="grow" />
            <Button keys={shownKey("move.nextUnread")} onPress={() => goToFirstUnread(session)}>
              Go to the first
            </Button>
            <Button
              keys={shownKey("report.finishSkipping")}
              onPress={() => runCommand("report.finishSkipping")}
            >
              Skip and finish
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

const mostNames = 3;

function namesOf(sections: readonly Section[]): string {
  const names = sections.slice(0, mostNames).map(partName).join(", ");
  const others = sections.length - mostNames;
  return others > 0 ? `${names} and ${others} more` : names;
}
