import type {
  EditorContent,
  EditorEvents,
  EditorHandle,
} from "../../../../renderer/editor/editor-handle.ts";
import { createEditor } from "../../../../renderer/editor/report-editor.ts";
import "../../../../renderer/look/tokens.css";
import "../../../../renderer/look/base.css";

/** What a test finds on the page's window: the editor, and what it said. */
export interface TestPage {
  open(content: EditorContent): void;
  editor: EditorHandle;
  said: { [Name in keyof EditorEvents]: unknown[] };
  /** Keys that onKey answers true to. */
  used: Set<string>;
}

declare global {
  interface Window {
    test: TestPage;
  }
}

const place = document.querySelector<HTMLElement>("#place");
if (!place) throw new Error("the page has no place for the editor");

function open(content: EditorContent): void {
  window.test.editor?.destroy();
  const said: TestPage["said"] = { onSelect: [], onActivate: [], onReshape: [], onKey: [] };
  window.test.said = said;
  window.test.editor = createEditor(place as HTMLElement, content, {
    onSelect: (range) => said.onSelect.push(range),
    onActivate: (span) => said.onActivate.push(span),
    onReshape: async (span, ranges) => said.onReshape.push({ span, ranges }),
    onKey: (event) => {
      said.onKey.push(event.key);
      return window.test.used.has(event.key);
    },
  });
}

// The editor and what it said are there once a report is open.
window.test = { open, used: new Set() } as unknown as TestPage;
