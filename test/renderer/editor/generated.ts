import type { EditorContent } from "../../../renderer/editor/editor-handle.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import { seededRandom } from "../../../shared/random.ts";
import { contentOf, labels, makeSpan } from "./reports.ts";

const words =
  `the of and a in was with to for showed cells tumour patient spindle positive negative staining
   immunohistochemistry resection margins metastasis smooth muscle actin desmin CD34 cytokeratin
   follow-up months biopsy lesion nodal carcinoma invasive grade mitotic figures per high-power field
   necrosis lymphovascular invasion identified adjuvant chemotherapy doxorubicin recurrence`.split(
    /\s+/,
  );

/**
 * A report of about so many characters in paragraphs of 300 to 900, with spans of 5 to 40
 * characters at word bounds, four labels, 15 in 100 of them overlapping the one before.
 */
export function generateReport(characters: number, spans: number, seed = 1): EditorContent {
  const random = seededRandom(seed).next;
  const text = generateText(characters, random);
  return contentOf(text, generateSpans(text, spans, random));
}

function generateText(characters: number, random: () => number): string {
  const paragraphs: string[] = [];
  for (let length = 0; length < characters; ) {
    const size = Math.min(300 + random() * 600, Math.max(40, characters - length));
    const chosen: string[] = [];
    for (let sum = 0; sum < size; ) {
      const word = words[Math.floor(random() * words.length)] ?? "";
      chosen.push(word);
      sum += word.length + 1;
    }
    const paragraph = `${chosen.join(" ")}.`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}

function generateSpans(text: string, count: number, random: () => number): Span[] {
  const spans: Span[] = [];
  const step = text.length / (count * 0.85 + 1);
  for (let at = 0; spans.length < count; at += step) {
    const place = at % text.length;
    spans.push(spanNear(text, place, random));
    if (random() < 0.15 / 0.85 && spans.length < count) {
      const before = spans.at(-1)?.ranges[0]?.start ?? 0;
      spans.push(spanNear(text, before + 6, random));
    }
  }
  return spans.sort((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0));
}

function spanNear(text: string, place: number, random: () => number): Span {
  const start = startOfWord(text, Math.min(Math.floor(place), text.length - 60));
  const wanted = start + 5 + Math.floor(random() * 30);
  const space = text.slice(wanted, wanted + 5).search(/[\s.]/);
  const label = labels[Math.floor(random() * labels.length)]?.name ?? "";
  return makeSpan(text, label, { start, end: wanted + Math.max(0, space) });
}

function startOfWord(text: string, at: number): number {
  const space = text.slice(at, at + 30).search(/\s\S/);
  return space < 0 ? at : at + space + 1;
}
