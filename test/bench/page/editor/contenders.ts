import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import type { EditorContent } from "../../../../renderer/editor/editor-handle.ts";
import { createEditor } from "../../../../renderer/editor/report-editor.ts";
import type { Span } from "../../../../shared/model/annotation.ts";
import { findBlocks } from "../../../../shared/text/blocks.ts";
import { startApp } from "./whole-screen.tsx";

export interface Opened {
  scroller: HTMLElement;
  /** Puts all in place so that the key m marks one more span. */
  prepareAdd(span: Span): void;
}

export type Open = () => Opened | Promise<Opened>;
/** What is there before a report is asked for; answers how to open it. */
type Contender = (place: HTMLElement, content: EditorContent) => Open | Promise<Open>;

export const contenders: Record<string, Contender> = {
  "plain DOM": (place, content) => () => withKey(plain(place, content).scroller, () => {}),
  casemark: startApp,
  "casemark, editor alone": (place, content) => () => openEditor(place, content),
  recogito: (place, content) => () => openRecogito(place, content),
};

/** Contenders without keys of their own get one, so that all are asked in the same way. */
function withKey(scroller: HTMLElement, add: (span: Span) => void): Opened {
  let prepared: Span | null = null;
  addEventListener("keydown", () => prepared && add(prepared));
  return {
    scroller,
    prepareAdd(span) {
      prepared = span;
    },
  };
}

function openEditor(place: HTMLElement, content: EditorContent): Opened {
  const editor = createEditor(place, content, {
    onSelect() {},
    onActivate() {},
    onReshape: async () => {},
    onKey: () => false,
  });
  const scroller = place.querySelector<HTMLElement>(".report-scroller");
  if (!scroller) throw new Error("the editor has no scroller");
  return withKey(scroller, (span) => editor.setSpans([...content.spans, span]));
}

/** The same paragraphs in the same style, without a mark. */
function plain(place: HTMLElement, { text, sections }: EditorContent) {
  const scroller = document.createElement("div");
  scroller.className = "report-scroller";
  const page = document.createElement("div");
  page.className = "report-text";
  const blocks = findBlocks(text, sections);
  const paragraphs = blocks.map(({ start, end }) => {
    const paragraph = document.createElement("p");
    paragraph.dir = "auto";
    paragraph.textContent = text.slice(start, end).replaceAll("\n", " ");
    return paragraph;
  });
  page.append(...paragraphs);
  scroller.append(page);
  place.append(scroller);
  return { scroller, page, blocks, paragraphs };
}

/** Given its ranges; left to find them it takes far longer. */
function openRecogito(place: HTMLElement, content: EditorContent): Opened {
  const { scroller, page, blocks, paragraphs } = plain(place, content);
  const annotator = createTextAnnotator(page, { renderer: "CSS_HIGHLIGHTS" });
  let at = 0;
  const point = (offset: number): [Node, number] => {
    if ((blocks[at]?.start ?? 0) > offset) at = 0;
    while (at < blocks.length - 1 && (blocks[at]?.end ?? 0) < offset) at += 1;
    const text = paragraphs[at]?.firstChild;
    if (!text) throw new Error("a paragraph is empty");
    return [text, Math.max(0, offset - (blocks[at]?.start ?? 0))];
  };
  const toAnnotation = ({ id, quote, ranges }: Span): TextAnnotation => ({
    id,
    bodies: [],
    target: {
      annotation: id,
      selector: ranges.map(({ start, end }) => {
        const range = document.createRange();
        range.setStart(...point(start));
        range.setEnd(...point(end));
        return { quote, start, end, range };
      }),
    },
  });
  annotator.setAnnotations(content.spans.map(toAnnotation));
  return withKey(scroller, (span) => annotator.addAnnotation(toAnnotation(span)));
}
