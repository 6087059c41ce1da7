import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

const refuse = (_view: EditorView, event: globalThis.Event) => {
  event.preventDefault();
  return true;
};

/**
 * The text takes a caret, so that reading and selecting by keyboard work as everywhere, and takes
 * no change by any way in.
 */
export function readOnlyPlugin(label: string): Plugin {
  return new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      attributes: {
        class: "report-text",
        role: "textbox",
        tabindex: "0",
        "aria-multiline": "true",
        "aria-readonly": "true",
        "aria-label": label,
        spellcheck: "false",
        autocorrect: "off",
        autocapitalize: "off",
        translate: "no",
        inputmode: "none",
      },
      handleTextInput: () => true,
      handleKeyPress: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput: refuse,
        cut: refuse,
        paste: refuse,
        drop: refuse,
        dragstart: refuse,
        // Kept from ProseMirror, which would let a composition stand until it ends. Not knowing of
        // it, it takes back every change of the page at once.
        compositionstart: () => true,
        compositionupdate: () => true,
        compositionend: () => true,
      },
    },
  });
}
