import type { TextRange } from "../../../../shared/model/annotation.ts";
import type { Choice } from "../../../../shared/review/decision.ts";
import { useDesk } from "../desk-session.ts";
import { differenceOf } from "../review-state.ts";
import { EditEntity } from "./edit-entity.tsx";
import { EditLabel } from "./edit-label.tsx";
import { EditRelation } from "./edit-relation.tsx";
import { EditSpans } from "./edit-spans.tsx";

interface EditPanelProps {
  /** Where the edited version stands in the text now. */
  onDraft: (ranges: readonly TextRange[] | null) => void;
  onSave: (choice: Choice) => void;
  onClose: () => void;
}

/** The current difference's version in the making: as somebody says it to begin with, then as it is edited. */
export function EditPanel({ onDraft, onSave, onClose }: EditPanelProps) {
  const { state } = useDesk();
  const difference = differenceOf(state, state.current);
  if (!difference) return null;
  const props = { difference, onSave, onClose };
  switch (difference.stage) {
    case "spans":
      return <EditSpans {...props} onDraft={onDraft} />;
    case "entities":
      return <EditEntity {...props} />;
    case "relations":
      return <EditRelation {...props} />;
    case "labels":
      return <EditLabel {...props} />;
    default:
      return difference.stage satisfies never;
  }
}
