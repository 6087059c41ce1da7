import { Tags } from "lucide-react";
import { Button } from "react-aria-components";
import { IconButton } from "../look/button.tsx";
import { LabelTag } from "../look/label-tag.tsx";
import { applyLabel } from "./perform.ts";
import { shownKey, useReport, useSession } from "./session.ts";

/** The scheme's labels with their keys: a legend to read, and buttons that mark the selection. */
export function LabelBar() {
  const session = useSession();
  const isClosed = useReport((state) => state.status !== "open");
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
            isDisabled={isClosed}
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
        isDisabled={isClosed}
        preventFocusOnPress
        onPress={session.openLabelPicker}
      />
    </div>
  );
}
