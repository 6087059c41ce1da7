import { Plugin, Selection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { catchUp } from "./catch-up.ts";

export interface KeyEvents {
  /** Answer true when the key was used. */
  onKey(event: KeyboardEvent): boolean;
  /** Enter, which nobody else wanted. */
  onEnter(): boolean;
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Dead"]);
const motions = new Set([
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
  ...["Home", "End", "PageUp", "PageDown"],
]);

/**
 * The browser moves the caret by letters and lines. Only ways that lead out of the drawn part of the
 * report are gone here, and other keys are offered to others first.
 */
export function keysPlugin(events: KeyEvents): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.isComposing || event.key === "Process" || modifiers.has(event.key)) return false;
        catchUp();
        if (goesFar(view, event)) return true;
        if (event.key.startsWith("Page")) keepInView(view);
        if (motions.has(event.key) && !hasChord(event)) return false;
        if (events.onKey(event)) return true;
        return event.key === "Enter" && events.onEnter();
      },
    },
  });
}

const hasChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey;

/** The browser moves caret and view by themselves; where it drew text on the way, they may part. */
function keepInView(view: EditorView): void {
  requestAnimationFrame(() => {
    if (view.isDestroyed) return;
    catchUp();
    view.dispatch(view.state.tr.scrollIntoView());
  });
}

function goesFar(view: EditorView, event: KeyboardEvent): boolean {
  const command = isMac ? event.metaKey : event.ctrlKey;
  if (!command || event.altKey) return false;
  if (event.key.toLowerCase() === "a" && !event.shiftKey) return selectAll(view);
  if (event.key === (isMac ? "ArrowUp" : "Home")) return goTo(view, "start", event.shiftKey);
  if (event.key === (isMac ? "ArrowDown" : "End")) return goTo(view, "end", event.shiftKey);
  return false;
}

function selectAll(view: EditorView): true {
  const { doc } = view.state;
  const selection = TextSelection.between(
    Selection.atStart(doc).$anchor,
    Selection.atEnd(doc).$head,
  );
  view.dispatch(view.state.tr.setSelection(selection));
  return true;
}

function goTo(view: EditorView, edge: "start" | "end", extend: boolean): true {
  const { doc, selection } = view.state;
  const target = edge === "start" ? Selection.atStart(doc) : Selection.atEnd(doc);
  const next = extend ? TextSelection.between(selection.$anchor, target.$head) : target;
  view.dispatch(view.state.tr.setSelection(next).scrollIntoView());
  return true;
}
