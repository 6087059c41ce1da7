import { useEffect, useRef, useState } from "react";
import { Autocomplete, ListBox, ListBoxItem, useFilter } from "react-aria-components";
import type { Id } from "../../shared/model/annotation.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { hasGuide, LabelGuide } from "../guideline/label-guide.tsx";
import { SearchField } from "../look/fields.tsx";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { t } from "../messages.ts";
import { rangeToLabel } from "./at-hand.ts";
import { applyLabel } from "./deeds.ts";
import { useFloating } from "./floating.ts";
import { useSession } from "./session.ts";

/** Whether the picker is open, and the one span that it is for; null: whatever a label's key would act on. */
export type Picking = { span: Id | null } | null;

interface LabelPickerProps {
  span: Id | null;
  onClose: () => void;
}

const topLeft = { left: 24, top: 24 };

/** All labels in a list that narrows as one types. */
export function LabelPicker({ span, onClose }: LabelPickerProps) {
  const session = useSession();
  const { editor, store, scheme, focusText } = session;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // Where it opened, it stays.
  const [range] = useState(() => {
    const given = span === null ? undefined : store.state().spans.get(span);
    return given ? hullOf(given.ranges) : rangeToLabel(session);
  });
  useFloating(editor, range, box, topLeft);
  const { contains } = useFilter({ sensitivity: "base" });
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const [reached, setReached] = useState<string | null>(null);
  // A label may be gone while the list stands open.
  const guide = scheme.labels.find(({ name }) => name === reached);

  const close = () => {
    onClose();
    focusText();
  };
  const choose = (label: string) => {
    close();
    if (span === null) void applyLabel(session, label);
    else session.actions.relabel(span, label);
  };
  return (
    <div
      className="floating label-picker"
      ref={box}
      role="dialog"
      aria-label={t("Choose a label")}
      onKeyDownCapture={(event) => event.key === "Escape" && close()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <Autocomplete filter={contains}>
        <SearchField label={t("Label")} placeholder={t("Label")} inputRef={input} />
        <ListBox
          aria-label={t("Labels")}
          items={scheme.labels}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className="faint small">{t("No label has these letters.")}</p>}
        >
          {(label) => <LabelItem label={label} onReached={setReached} />}
        </ListBox>
      </Autocomplete>
      {guide && hasGuide(guide) && (
        <div className="label-picker-guide small">
          <LabelGuide label={guide} />
        </div>
      )}
    </div>
  );
}

interface LabelItemProps {
  label: LabelDefinition;
  /** Called while it is the one that Enter would take. */
  onReached: (name: string) => void;
}

function LabelItem({ label, onReached }: LabelItemProps) {
  return (
    <ListBoxItem id={label.name} textValue={label.name}>
      {({ isFocused }) => (
        <>
          {isFocused && <Reached name={label.name} onReached={onReached} />}
          <Dot colour={label.colour} />
          <span className="grow truncate">{label.name}</span>
          {label.parent && <span className="faint small">{label.parent}</span>}
          {label.key && <KeyCap keys={label.key} />}
        </>
      )}
    </ListBoxItem>
  );
}

function Reached({ name, onReached }: { name: string; onReached: (name: string) => void }) {
  useEffect(() => onReached(name), [name, onReached]);
  return null;
}
