import { oddNumbers } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

interface Element {
  start: number;
  /** Behind the start tag, before the end tag, behind it. */
  inside: number;
  insideEnd: number;
  end: number;
}

const tag = /<(\/?)([\w:.-]+)([^<>]*?)(\/?)>/g;

/** Every element that is closed, whatever it is in. */
function elementsOf(markup: string): Element[] {
  const open: { name: string; start: number; inside: number }[] = [];
  const elements: Element[] = [];
  for (const { 0: whole, 1: slash, 2: name = "", 4: empty, index } of markup.matchAll(tag)) {
    const end = index + whole.length;
    if (empty) elements.push({ start: index, inside: end, insideEnd: end, end });
    else if (!slash) open.push({ name, start: index, inside: end });
    else {
      const begun = open.pop();
      if (begun?.name === name) elements.push({ ...begun, insideEnd: index, end });
    }
  }
  return elements;
}

interface Place {
  random: Random;
  markup: string;
  element: Element;
  /** Any other one. */
  other: Element;
}

const whole = ({ markup }: Place, { start, end }: Element) => markup.slice(start, end);
const replaced = (markup: string, { start, end }: Pick<Element, "start" | "end">, by: string) =>
  markup.slice(0, start) + by + markup.slice(end);

/** Each leaves well-formed markup well-formed, so that what comes after the parser is tried as well. */
const changes: ((place: Place) => string)[] = [
  (place) => replaced(place.markup, place.element, ""),
  (place) => {
    const times = place.random.chance(0.1) ? 500 : 2 + place.random.below(4);
    return replaced(
      place.markup,
      place.element,
      whole(place, place.element).repeat(times).slice(0, 500_000),
    );
  },
  (place) => replaced(place.markup, place.element, whole(place, place.other)),
  (place) => {
    const { inside, insideEnd } = place.element;
    return replaced(place.markup, { start: inside, end: insideEnd }, whole(place, place.other));
  },
  // Into itself, over and over: elements that no one expects within each other.
  (place) => {
    const { start, inside, insideEnd, end } = place.element;
    const times = place.random.chance(0.2) ? 300 : 3;
    const before = place.markup.slice(start, inside).repeat(times);
    const after = place.markup.slice(insideEnd, end).repeat(times);
    return replaced(
      place.markup,
      place.element,
      before + place.markup.slice(inside, insideEnd) + after,
    );
  },
  // Its tags gone, its content kept.
  (place) => {
    const { inside, insideEnd } = place.element;
    return replaced(place.markup, place.element, place.markup.slice(inside, insideEnd));
  },
  (place) =>
    withAttribute(place, (value) => (/^\d+$/.test(value) ? place.random.pick(oddNumbers) : "")),
  (place) =>
    withAttribute(place, () => place.random.pick(["x", "#", "../../x", "&#x0;", "\u0085"])),
  (place) => {
    const { inside } = place.element;
    const signs = [
      "&x;",
      "&#xD800;",
      "&#1;",
      "]]>",
      "<![CDATA[<]]>",
      "\uFFFE",
      "\u2028",
      "é\u0301\u202E",
      "<!-- -->",
    ];
    return replaced(place.markup, { start: inside, end: inside }, place.random.pick(signs));
  },
];

function withAttribute(
  { random, markup, element }: Place,
  change: (value: string) => string,
): string {
  const start = markup.slice(element.start, element.inside);
  const attributes = [...start.matchAll(/="([^"]*)"/g)];
  if (attributes.length === 0) return markup;
  const { 0: text, 1: value = "", index } = random.pick(attributes);
  const at = { start: element.start + index, end: element.start + index + text.length };
  return replaced(markup, at, `="${change(value)}"`);
}

/** One to four changes of elements; markup without any stays as it is. */
export function mutateMarkup(random: Random, original: string): string {
  let markup = original;
  for (let count = 1 + random.below(4); count > 0; count--) {
    const elements = elementsOf(markup);
    if (elements.length === 0) return markup;
    const place = { random, markup, element: random.pick(elements), other: random.pick(elements) };
    markup = random.pick(changes)(place).slice(0, 4_000_000);
  }
  return markup;
}
