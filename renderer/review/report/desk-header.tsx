import { ArrowLeft, Check, Eye, EyeOff } from "lucide-react";
import { Button, IconButton } from "../../look/button.tsx";
import { Progress } from "../../look/progress.tsx";
import { t } from "../../messages.ts";
import { runCommand } from "../../shell/commands.ts";
import { shownKey } from "../../state/command-keys.ts";
import { areNamesShown, toggleNames } from "../people.ts";
import { AgreedTools } from "./agreed-tools.tsx";
import { useDesk } from "./desk-session.ts";
import { Legend } from "./legend.tsx";
import { countsOf } from "./review-state.ts";
import type { DeskCommands } from "./use-desk-commands.ts";

/** Which report, how far its review is, whose lane is which, and what is done with the whole of it. */
export function DeskHeader({ desk }: { desk: DeskCommands }) {
  const { state } = useDesk();
  const { report, gold } = state.reviewed;
  const { all, decided } = countsOf(state);
  const isFinished = gold.status !== "open";
  const withNames = areNamesShown.use();
  return (
    <header className="desk-header">
      <div className="row">
        <IconButton
          label={t("List of all differences")}
          icon={ArrowLeft}
          keys={shownKey("review.list")}
          onPress={() => runCommand("review.list")}
        />
        <h1 className="truncate">{report.title}</h1>
        <span className="grow" />
        <div className="desk-progress">
          <Progress
            label={t("Decided")}
            done={all === 0 ? 1 : decided}
            total={Math.max(1, all)}
            detail={t("{decided, number} of {all, number}", { decided, all })}
          />
        </div>
        {isFinished ? (
          <Button
            keys={shownKey("report.reopen")}
            icon={Check}
            onPress={() => runCommand("report.reopen")}
          >
            {t("Finished: reopen")}
          </Button>
        ) : (
          <Button variant="primary" keys={shownKey("report.finish")} onPress={desk.finish}>
            {t("Finish")}
          </Button>
        )}
      </div>
      <div className="row">
        <Legend />
        <IconButton
          label={withNames ? t("Hide the names") : t("Show the names")}
          icon={withNames ? EyeOff : Eye}
          keys={shownKey("review.names")}
          size="small"
          onPress={toggleNames}
        />
        <span className="grow" />
        <AgreedTools />
      </div>
    </header>
  );
}
