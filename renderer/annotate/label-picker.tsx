import { useEffect, useMemo, useRef } from "react";
import { Autocomplete, ListBox, ListBoxItem, useFilter } from "react-aria-components";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import { SearchField } from "../look/fields.tsx";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { useFloating } from "./floating.ts";
import { applyLabel } from "./perform.ts";
import { selectActive, useSession } from "./session.ts";

/** All labels in a list that narrows as one types: for the selection, else for the active span. */
export function LabelPicker({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { editor, store, scheme, focusText } = session;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const range = useMemo(() => {
    const active = selectActive(store.state());
    return editor.current?.selection() ?? (active && hullOf(active.ranges));
  }, [editor, store]);
  const place = useFloating(editor, range, box);
  const { contains } = useFilter({ sensitivity: "base" });
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const close = () => {
    onClose();
    focusText();
  };
  const choose = (label: string) => {
    close();
    applyLabel(session, label);
  };
  return (
    <div
      className="floating label-picker"
      ref={box}
      role="dialog"
      aria-label="Choose a label"
      style={place ?? { left: 24, top: 24 }}
      onKeyDownCapture={(event) => event.key === "Escape" && close()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <Autocomplete filter={contains}>
        <SearchField label="Label" placeholder="Label" inputRef={input} />
        <ListBox
          aria-label="Labels"
          items={scheme.labels}
          onAction={(key) => choose(String(key))}
          renderEmptyState={() => <p className="faint small">No label has these letters.</p>}
        >
          {(label) => <LabelItem label={label} />}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

function LabelItem({ label }: { label: LabelDefinition }) {
  return (
    <ListBoxItem id={label.name} textValue={label.name}>
      <Dot colour={label.colour} />
      <span className="grow truncate">{label.name}</span>
      {label.parent && <span className="faint small">{label.parent}</span>}
      {label.key && <KeyCap keys={label.key} />}
    </ListBoxItem>
  );
}
