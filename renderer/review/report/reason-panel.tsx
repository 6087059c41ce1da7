import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { suggestionKeys } from "../../../shared/commands.ts";
import { call } from "../../api.ts";
import { Button, ToggleButton } from "../../look/button.tsx";
import { TextField } from "../../look/fields.tsx";
import { toastError } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";
import { isToDecide } from "../difference-words.ts";
import type { Why } from "./actions.ts";
import { useDesk } from "./desk-session.ts";
import { keepLetters } from "./keep-letters.ts";
import { differenceOf, standingOf } from "./review-state.ts";

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
  const reasons = reasonsAmong(useUsedReasons(), before.reason);
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
    if (chosen === undefined) return keepLetters(event);
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

/** Those that were given in the project, and usual ones; as many as there are digits. */
function reasonsAmong(used: readonly string[], chosen: string): string[] {
  const all = [...used, ...(chosen === "" ? [] : [chosen]), ...usual];
  return [...new Set(all)].slice(0, suggestionKeys.length);
}

/** As they were last time, so that no digit changes its meaning under the hand. */
let known: readonly string[] = [];

/** The most used first. What is read now counts from the next opening on, but for the first time. */
function useUsedReasons(): readonly string[] {
  const [used, setUsed] = useState(known);
  useEffect(() => {
    let isCurrent = true;
    call("review.reasons", {}).then((counts) => {
      const isFirst = known.length === 0;
      known = counts.map(({ reason }) => reason);
      if (isCurrent && isFirst) setUsed(known);
    }, toastError);
    return () => {
      isCurrent = false;
    };
  }, []);
  return used;
}
