import {
  childNamed,
  childrenNamed,
  elementsOf,
  rawText,
  type XmlElement,
} from "../../extract/xml/tree.ts";
import type { AttributeValue } from "../../model/attributes.ts";
import { attributeOf } from "../texts/attribute-text.ts";

/** An annotation with what its class mention and its slots say of it. */
export interface Mention {
  id: string;
  annotator: string;
  /** The class; null where no class mention has the annotation's id. */
  label: string | null;
  /** Nothing for annotations of relations. */
  ranges: { start: number; end: number }[];
  /** The words as the file quotes them; null where it does not. */
  quote: string | null;
  note: string;
  /** Slots with values of their own. */
  attributes: [name: string, value: AttributeValue][];
  /** Slots that name other mentions. */
  links: { slot: string; targets: string[] }[];
  /** Whether the file says when it was made. */
  hasDate: boolean;
  /** What the class is called besides its id, where that is not what the annotation covers; else "". */
  className: string;
}

interface Slot {
  name: string;
  /** "string", "integer", "float", "boolean" or "complex". */
  type: string;
  values: string[];
}

/** The annotations of a file with their classes and slots, in order. */
export function mentionsOf(root: XmlElement): Mention[] {
  const classes = byId(childrenNamed(root, "classMention"));
  const slots = new Map(
    [...byId(elementsOf(root).filter(({ name }) => name.endsWith("SlotMention")))].map(
      ([id, element]) => [id, slotOf(element)],
    ),
  );
  return childrenNamed(root, "annotation").map((annotation) => {
    const id = attributeIn(annotation, "mention", "id");
    const mention = classes.get(id) ?? null;
    const ids = mention ? childrenNamed(mention, "hasSlotMention") : [];
    const own = ids.flatMap(({ attributes }) => slots.get(attributes.get("id") ?? "") ?? []);
    const quoted = childNamed(annotation, "spannedText");
    const quote = quoted && rawText(quoted);
    return {
      id,
      annotator: textIn(annotation, "annotator") || attributeIn(annotation, "annotator", "id"),
      label:
        mention &&
        (attributeIn(mention, "mentionClass", "id") || textIn(mention, "mentionClass") || null),
      ranges: childrenNamed(annotation, "span").map(rangeOf),
      quote,
      note: textIn(annotation, "annotationComment") || textIn(annotation, "comment"),
      attributes: attributesOf(own),
      links: own
        .filter(({ type }) => type === "complex")
        .map(({ name, values }) => ({ slot: name, targets: values })),
      hasDate: textIn(annotation, "creationDate") !== "",
      className: mention ? otherName(mention, quote) : "",
    };
  });
}

function byId(elements: readonly XmlElement[]): Map<string, XmlElement> {
  return new Map(elements.map((element) => [element.attributes.get("id") ?? "", element]));
}

function attributeIn(element: XmlElement, child: string, name: string): string {
  return childNamed(element, child)?.attributes.get(name)?.trim() ?? "";
}

function textIn(element: XmlElement, child: string): string {
  const found = childNamed(element, child);
  return found ? rawText(found).trim() : "";
}

/** Offsets that are no numbers are outside of every text. */
function rangeOf({ attributes }: XmlElement): { start: number; end: number } {
  const offset = (name: string) => {
    const written = attributes.get(name)?.trim() ?? "";
    return /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
  };
  return { start: offset("start"), end: offset("end") };
}

function slotOf(element: XmlElement): Slot {
  const type = element.name.slice(0, -"SlotMention".length);
  const values = childrenNamed(element, `${element.name}Value`);
  return {
    name: attributeIn(element, "mentionSlot", "id"),
    type,
    values: values
      .map(({ attributes }) => attributes.get("value")?.trim() ?? "")
      .filter((value) => value !== ""),
  };
}

/** One value as what it is, several of one slot as a list. */
function attributesOf(slots: readonly Slot[]): [string, AttributeValue][] {
  const plain = slots.filter(({ type, name }) => type !== "complex" && name !== "");
  return Array.from(
    Map.groupBy(plain, ({ name }) => name),
    ([name, same]): [string, AttributeValue[]] => {
      const values = same.flatMap((slot) => slot.values);
      return [name, values.length > 1 ? [values] : values.map(attributeOf)];
    },
  ).flatMap(([name, values]) => values.map((value): [string, AttributeValue] => [name, value]));
}

/** eHOST writes the annotated words here, Knowtator the class's name. */
function otherName(mention: XmlElement, quote: string | null): string {
  const written = textIn(mention, "mentionClass");
  const isKnown =
    written === attributeIn(mention, "mentionClass", "id") || written === quote?.trim();
  return isKnown ? "" : written;
}
