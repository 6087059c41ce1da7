import { Lock, Tags } from "lucide-react";
import { Button } from "react-aria-components";
import { IconButton, Button as PlainButton } from "../look/button.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { applyLabel } from "./perform.ts";
import { shownKey, useReport, useSession } from "./session.ts";

/** The scheme's labels with their keys: a legend to read, and buttons that mark the selection. */
export function LabelBar() {
  const isOpen = useReport((state) => state.status === "open");
  return isOpen ? <Labels /> : <Closed />;
}

function Labels() {
  const session = useSession();
  const label = useReport(({ active, spans }) =>
    active === null ? null : (spans.get(active)?.label ?? null),
  );
  return (
    <div className="label-bar" role="toolbar" aria-label="Labels">
      <div className="label-bar-tags">
        {session.scheme.labels.map(({ name, colour, key }) => (
          <Button
            key={name}
            className="label-button"
            aria-pressed={name === label}
            preventFocusOnPress
            onPress={() => applyLabel(session, name)}
          >
            <LabelTag name={name} colour={colour} keys={key} />
          </Button>
        ))}
      </div>
      <IconButton
        label="All labels"
        icon={Tags}
        keys={shownKey("span.label")}
        preventFocusOnPress
        onPress={session.openLabelPicker}
      />
    </div>
  );
}

function Closed() {
  const { actions } = useSession();
  const status = useReport((state) => state.status);
  return (
    <div className="label-bar soft">
      <Lock aria-hidden />
      <span className="grow truncate">This report is {status}. Reopen it to change anything.</span>
      <PlainButton variant="quiet" onPress={() => void actions.setStatus("open")}>
        Reopen
      </PlainButton>
    </div>
  );
}
