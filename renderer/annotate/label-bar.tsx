import { Lock, WholeWord } from "lucide-react";
import { memo } from "react";
import { Button } from "react-aria-components";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { openDialog } from "../dialogs/open-dialog.ts";
import { HoveredGuide } from "../guideline/hovered-guide.tsx";
import { Button as PlainButton, ToggleButton } from "../look/button.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { inNumber, t } from "../messages.ts";
import { runCommand, useCommands } from "../shell/commands.ts";
import { useApp } from "../state/app-store.ts";
import { shownKey } from "../state/command-keys.ts";
import type { ReportStore } from "../state/report-store.ts";
import { applyLabel } from "./deeds.ts";
import { typedCount } from "./mark-all/mark-all-open.ts";
import { type Session, useReport, useSession } from "./session.ts";
import { snapping, toggleSnapping } from "./snapping.ts";

/** The scheme's labels with their keys: a legend to read, and buttons that mark the selection. */
export function LabelBar() {
  const isOpen = useReport((state) => state.status === "open");
  const { store } = useSession();
  useCommands({ "label.guideline": () => showGuideline(store) });
  return isOpen ? <Labels /> : <Closed />;
}

function Labels() {
  const session = useSession();
  const label = useReport(({ active, spans }) =>
    active === null ? null : (spans.get(active)?.label ?? null),
  );
  return (
    <div className="label-bar" role="toolbar" aria-label={t("Labels")}>
      <div className="label-bar-tags">
        <HoveredGuide labels={session.scheme.labels} />
        {session.scheme.labels.map((definition) => (
          <LabelButton
            key={definition.name}
            definition={definition}
            isActive={definition.name === label}
            session={session}
          />
        ))}
      </div>
      <Count />
      <WholeWords />
      <PlainButton
        variant="quiet"
        keys={shownKey("span.label")}
        preventFocusOnPress
        onPress={() => session.openLabelPicker()}
      >
        {t("All labels")}
      </PlainButton>
    </div>
  );
}

/** How many places the next key is to mark. */
function Count() {
  const count = typedCount.use();
  return count === null ? null : <span className="strong numeric">{inNumber(count)} ×</span>;
}

/** Shows whether selections take words whole. */
function WholeWords() {
  const { focusText } = useSession();
  const change = () => {
    toggleSnapping();
    focusText();
  };
  return (
    <ToggleButton
      label={t("Select whole words")}
      icon={WholeWord}
      keys={shownKey("text.snap")}
      isSelected={snapping.use()}
      onChange={change}
    />
  );
}

interface LabelButtonProps {
  definition: LabelDefinition;
  isActive: boolean;
  session: Session;
}

const LabelButton = memo(function LabelButton({ definition, isActive, session }: LabelButtonProps) {
  const { name, colour, key } = definition;
  return (
    <Button
      className="label-button"
      aria-pressed={isActive}
      data-label={name}
      preventFocusOnPress
      onPress={() => void applyLabel(session, name)}
    >
      <LabelTag name={name} colour={colour} keys={key} />
    </Button>
  );
});

/** Of the label that the chosen span has. */
function showGuideline(store: ReportStore): void {
  const { active, spans } = store.state();
  const label = active === null ? null : (spans.get(active)?.label ?? null);
  openDialog({ kind: "guideline", label });
}

function Closed() {
  const status = useReport((state) => state.status);
  const isReadOnly = useApp(({ app }) => app?.isReadOnly);
  if (isReadOnly)
    return (
      <div className="label-bar soft">
        <Lock aria-hidden />
        <span className="grow truncate">
          {t("Another window works on this project; here it can be read.")}
        </span>
      </div>
    );
  return (
    <div className="label-bar soft">
      <Lock aria-hidden />
      <span className="grow truncate">
        {t(
          "This report is {status, select, locked {locked} other {done}}. Reopen it to change anything.",
          { status },
        )}
      </span>
      <PlainButton variant="quiet" onPress={() => runCommand("report.reopen")}>
        {t("Reopen")}
      </PlainButton>
    </div>
  );
}
