import type { EditorContent } from "../../../../renderer/editor/editor-handle.ts";
import { generateReport } from "../../../renderer/editor/generated.ts";
import { makeSpan } from "../../../renderer/editor/reports.ts";
import { contenders, type Open, type Opened } from "./contenders.ts";
import "../../../../renderer/look/tokens.css";
import "../../../../renderer/look/base.css";

/** What the runner calls on the page; each call ends when the second frame has been painted. */
export interface BenchPage {
  prepare(contender: string, characters: number, spans: number): Promise<void>;
  /** Milliseconds from the call to the second frame after the first paint. */
  open(): Promise<number>;
  scrollToMiddle(): Promise<void>;
  /** The next press of the key m adds a span; the number makes it another one each time. */
  prepareAdd(number: number): Promise<void>;
  settled(): Promise<void>;
  /** Lengths of the frames, in milliseconds, while scrolling by so many pixels a frame. */
  scroll(pixels: number, frames: number): Promise<number[]>;
  /** Elements and text nodes on the page. */
  nodes(): number;
}

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const place = document.querySelector<HTMLElement>("#root");
if (!place) throw new Error("the page has no place for the editor");
const home = place;

let content: EditorContent;
let open: Open;
let opened: Opened;

/** Until the browser has painted: the first task behind an animation frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

window.bench = {
  async prepare(contender, characters, spans) {
    const start = contenders[contender];
    if (!start) throw new Error(`no contender ${contender}`);
    content = generateReport(characters, spans);
    open = await start(home, content);
    await Promise.all([
      document.fonts.load('17px "Source Serif 4 Variable"'),
      document.fonts.load('9px "Inter Variable"'),
    ]);
    for (let frame = 0; frame < 10; frame++) await painted();
  },

  async open() {
    const start = performance.now();
    opened = await open();
    await painted();
    await painted();
    return performance.now() - start;
  },

  async scrollToMiddle() {
    const { scroller } = opened;
    scroller.scrollTop = scroller.scrollHeight / 2;
    for (let frame = 0; frame < 10; frame++) await painted();
  },

  async prepareAdd(number) {
    const middle = content.spans[Math.floor(content.spans.length / 2) + number]?.ranges[0];
    if (!middle) throw new Error("the report has no spans");
    const start = content.text.indexOf(" ", middle.end) + 1;
    const end = content.text.indexOf(" ", start + 8);
    opened.prepareAdd(makeSpan(content.text, "marker", { start, end }));
    for (let frame = 0; frame < 10; frame++) await painted();
  },

  async settled() {
    await painted();
    await painted();
  },

  async scroll(pixels, frames) {
    const lengths: number[] = [];
    let before = await nextFrame();
    for (let frame = 0; frame < frames; frame++) {
      opened.scroller.scrollTop += pixels;
      const now = await nextFrame();
      lengths.push(now - before);
      before = now;
    }
    return lengths;
  },

  nodes: () => {
    const walker = document.createTreeWalker(document.body);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  },
};
