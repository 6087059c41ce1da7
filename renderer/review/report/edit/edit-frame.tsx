import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Choice } from "../../../../shared/review/decision.ts";
import type { Difference } from "../../../../shared/review/difference.ts";
import { Button } from "../../../look/button.tsx";
import { t } from "../../../messages.ts";
import { keepLetters } from "../keep-letters.ts";

/** What every form that edits a version is given. */
export interface EditProps {
  difference: Difference;
  onSave: (choice: Choice) => void;
  onClose: () => void;
}

interface EditFrameProps {
  /** Answers whether a plain key was used. Those of fields do not come here. */
  onKey?: (event: KeyboardEvent) => boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Enter keeps what was edited and Escape leaves it; no other plain key decides anything meanwhile. */
export function EditFrame({ onKey, onSave, onClose, children }: EditFrameProps) {
  const frame = useRef<HTMLElement>(null);
  const latest = useRef(onSave);
  latest.current = onSave;
  useEffect(() => frame.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.key === "Tab") return;
    const isOwn = event.target === frame.current || !isField(event.target);
    if (event.key === "Escape") onClose();
    else if (event.key === "Enter" && isButton(event.target)) return;
    // A field tells what was typed in it with the same key, and is heard first.
    else if (event.key === "Enter") setTimeout(() => latest.current());
    else if (!isOwn || !onKey?.(event)) return keepLetters(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      className="desk-panel edit"
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: letters and signs are heard here before any field is gone to
      tabIndex={0}
      aria-label={t("Edit the version")}
      onKeyDown={onKeyDown}
    >
      {children}
      <footer className="row">
        <span className="grow" />
        <Button variant="quiet" keys="Escape" onPress={onClose}>
          {t("Close")}
        </Button>
        <Button variant="primary" keys="Enter" onPress={onSave}>
          {t("Keep")}
        </Button>
      </footer>
    </section>
  );
}

const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("input, textarea, select") !== null;

const isButton = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("button") !== null;
