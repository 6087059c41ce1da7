import { BookOpen } from "lucide-react";
import type { Section } from "../../shared/model/report.ts";
import { partName } from "../../shared/reading/parts.ts";
import { Button } from "../look/button.tsx";
import { runCommand } from "../shell/commands.ts";
import { shownKey } from "../state/command-keys.ts";
import { FinishNotice } from "./finish-notice.tsx";
import { goToFirstUnread } from "./reading-actions.ts";
import { useReading } from "./reading-hook.ts";
import { useSession } from "./session.ts";

/** What is not read yet when a report is finished. */
export function ReadingNotice() {
  const session = useSession();
  const isAsking = useReading((store) => store.isAsking());
  const unread = useReading((store) => store.unfinished());
  const sentence = (
    <>
      <strong>Not read yet:</strong> {namesOf(unread)}
    </>
  );
  return (
    <FinishNotice
      isShown={isAsking}
      icon={BookOpen}
      sentence={sentence}
      onLeave={() => session.reading.ask(false)}
    >
      <Button keys={shownKey("move.nextUnread")} onPress={() => goToFirstUnread(session)}>
        Go to the first
      </Button>
      <Button
        keys={shownKey("report.finishSkipping")}
        onPress={() => runCommand("report.finishSkipping")}
      >
        Skip and finish
      </Button>
    </FinishNotice>
  );
}

const mostNames = 3;

function namesOf(sections: readonly Section[]): string {
  const names = sections.slice(0, mostNames).map(partName).join(", ");
  const others = sections.length - mostNames;
  return others > 0 ? `${names} and ${others} more` : names;
}
