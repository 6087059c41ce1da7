import { BookOpen } from "lucide-react";
import type { Section } from "../../../shared/model/report.ts";
import { Button } from "../../look/button.tsx";
import { rich, t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { useSession } from "../session.ts";
import { FinishNotice } from "./finish-notice.tsx";
import { goToFirstUnread } from "./reading-actions.ts";
import { useReading } from "./reading-hook.ts";
import { sectionName } from "./section-name.ts";

/** What is not read yet when a report is finished. */
export function ReadingNotice() {
  const session = useSession();
  const isAsking = useReading((store) => store.isAsking());
  const unread = useReading((store) => store.unfinished());
  const sentence = rich("<strong>Not read yet:</strong> {sections}", {
    strong: (inner) => <strong>{inner}</strong>,
    sections: namesOf(unread),
  });
  return (
    <FinishNotice
      isShown={isAsking}
      icon={BookOpen}
      sentence={sentence}
      onLeave={() => session.reading.ask(false)}
    >
      <Button keys={shownKey("move.nextUnread")} onPress={() => goToFirstUnread(session)}>
        {t("Go to the first")}
      </Button>
      <Button
        keys={shownKey("report.finishSkipping")}
        onPress={() => runCommand("report.finishSkipping")}
      >
        {t("Skip and finish")}
      </Button>
    </FinishNotice>
  );
}

const mostNames = 3;

function namesOf(sections: readonly Section[]): string {
  const names = sections.slice(0, mostNames).map(sectionName).join(", ");
  const others = sections.length - mostNames;
  return others > 0 ? t("{names} and {others, number} more", { names, others }) : names;
}
