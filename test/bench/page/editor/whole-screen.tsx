import { createRoot } from "react-dom/client";
import type { EditorContent } from "../../../../renderer/editor/editor-handle.ts";
import type { Opened } from "./contenders.ts";
import { linkedReport, memoryBridge } from "./memory-bridge.ts";

/** Starts the app itself on a project with this report; answers how to open it. */
export async function startApp(place: HTMLElement, content: EditorContent) {
  window.casemark = memoryBridge(linkedReport(content.text, content.spans));
  // The page looks for its bridge when it is loaded.
  const [{ App }, { listenForCommands }, app] = await Promise.all([
    import("../../../../renderer/app.tsx"),
    import("../../../../renderer/shell/commands.ts"),
    import("../../../../renderer/state/app-store.ts"),
  ]);
  listenForCommands();
  await app.startApp();
  createRoot(place).render(<App />);
  await appearing(".library, .screen-header");
  return openReport;
}

async function openReport(): Promise<Opened> {
  location.hash = "#/annotate/bench";
  const scroller = await appearing(".report-scroller");
  return { scroller, prepareAdd: () => selectWord(scroller) };
}

function appearing(selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector<HTMLElement>(selector);
      if (!found) return;
      watcher.disconnect();
      resolve(found);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true });
    look();
  });
}

/** Selects two unmarked words in the middle of what is seen; the key of a label then marks them. */
function selectWord(scroller: HTMLElement): void {
  const { top, height } = scroller.getBoundingClientRect();
  const texts = Array.from(scroller.querySelectorAll("p"), (paragraph) => [...paragraph.childNodes])
    .flat()
    .filter((node) => node instanceof Text && / \w+ \w+ /.test(node.data));
  for (const text of texts) {
    const range = document.createRange();
    const [, before = "", words = ""] = /^(.*? )(\w+ \w+) /.exec(text.textContent ?? "") ?? [];
    range.setStart(text, before.length);
    range.setEnd(text, before.length + words.length);
    if (range.getBoundingClientRect().top < top + height / 3) continue;
    getSelection()?.setBaseAndExtent(text, before.length, text, before.length + words.length);
    return;
  }
  throw new Error("no unmarked words are in view");
}
