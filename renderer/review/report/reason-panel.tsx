import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { suggestionKeys } from "../../../shared/commands.ts";
import { Button, ToggleButton } from "../../look/button.tsx";
import { TextField } from "../../look/fields.tsx";
import { t } from "../../messages.ts";
import { isToDecide } from "../difference-words.ts";
import type { Why } from "./actions.ts";
import { useDesk } from "./desk-session.ts";
import { differenceOf, type ReviewState, standingOf } from "./review-state.ts";

interface ReasonPanelProps {
  /** What was said for the next decision already. */
  why: Why;
  onSave: (why: Why) => void;
  onClose: () => void;
}

const usual = [
  t("guideline unclear"),
  t("missed"),
  t("boundary rule"),
  t("wrong label"),
  t("text unclear"),
  t("typo"),
];

/** Why a difference is decided as it is: a reason to count by, which a digit chooses, and a note. */
export function ReasonPanel({ why, onSave, onClose }: ReasonPanelProps) {
  const { state } = useDesk();
  const difference = differenceOf(state, state.current);
  const standing = difference && standingOf(state, difference.key);
  const isDecided = standing !== null && !isToDecide(standing.state);
  const before = (isDecided && standing.decision) || why;
  const [reason, setReason] = useState(before.reason);
  const [note, setNote] = useState(before.note);
  const reasons = reasonsIn(state, before.reason);
  const form = useRef<HTMLFormElement>(null);
  // The digits choose at once; Tab leads to the fields.
  useEffect(() => form.current?.focus(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave({ reason: reason.trim(), note: note.trim() });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onClose();
    else if (event.target instanceof HTMLInputElement) return;
    const chosen = reasons[suggestionKeys.indexOf(event.key)];
    if (chosen === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onSave({ reason: chosen, note: note.trim() });
  };
  return (
    <form
      className="desk-panel"
      ref={form}
      tabIndex={-1}
      aria-label={t("Reason and note")}
      onSubmit={save}
      onKeyDown={onKeyDown}
    >
      <p className="strong">
        {isDecided
          ? t("Why “{words}” was decided so", { words: difference?.words ?? "" })
          : t("Why the next decision is as it is")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own */}
      <div role="group" className="reasons" aria-label={t("Reasons")}>
        {reasons.map((one, at) => (
          <ToggleButton
            key={one}
            label={one}
            keys={suggestionKeys[at]}
            isSelected={one === reason}
            onChange={(isOn) => setReason(isOn ? one : "")}
          />
        ))}
      </div>
      <div className="row desk-fields">
        <TextField label={t("Another reason")} value={reason} onChange={setReason} />
        <TextField label={t("Note")} value={note} onChange={setNote} />
      </div>
      <footer className="row">
        <span className="grow" />
        <Button variant="quiet" keys="Escape" onPress={onClose}>
          {t("Close")}
        </Button>
        <Button variant="primary" type="submit" keys="Enter">
          {t("Keep")}
        </Button>
      </footer>
    </form>
  );
}

/** Those that were given in this report, the most used first, and usual ones; as many as there are digits. */
function reasonsIn({ reviewed }: ReviewState, chosen: string): string[] {
  const counts = new Map<string, number>();
  for (const { reason } of reviewed.decisions)
    if (reason !== "") counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const used = [...counts].sort((a, b) => b[1] - a[1]).map(([reason]) => reason);
  const all = [...used, ...(chosen === "" ? [] : [chosen]), ...usual];
  return [...new Set(all)].slice(0, suggestionKeys.length);
}
