import { Plugin } from "prosemirror-state";
import type { TextRange } from "../../shared/model/annotation.ts";

/** Copies the report's own text, with its line ends, and not what the page makes of it. */
export function copyPlugin(selected: () => TextRange, text: string): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy(_view, event) {
          const { start, end } = selected();
          if (start === end) return false;
          event.clipboardData?.setData("text/plain", text.slice(start, end));
          event.preventDefault();
          return true;
        },
      },
    },
  });
}
