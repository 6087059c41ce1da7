import { escapeAttribute, escapeXml } from "../formats/texts/xml.ts";

/** Markup that was made here. Strings beside it are words of people, and are escaped. */
export interface Markup {
  markup: string;
}

export const raw = (markup: string): Markup => ({ markup });

const markupOf = (content: Markup | string): string =>
  typeof content === "string" ? escapeXml(content) : content.markup;

/** An element; text in it is words. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Markup | string)[]
): Markup {
  const given = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeAttribute(value)}"`,
  );
  return raw(`<${name}${given.join("")}>${children.map(markupOf).join("")}</${name}>`);
}

export const together = (all: readonly (Markup | string)[]): Markup =>
  raw(all.map(markupOf).join("\n"));

export const paragraph = (...children: (Markup | string)[]): Markup =>
  element("p", {}, ...children);

export function section(title: string, ...children: readonly Markup[]): Markup {
  return element("section", {}, element("h2", {}, title), together(children));
}

/** A column of a table; numbers stand at its right. */
export interface Column {
  title: string;
  isNumeric?: boolean;
}

export const column = (title: string): Column => ({ title });
export const numbers = (title: string): Column => ({ title, isNumeric: true });

/** A table whose head is repeated on every page that it is printed on. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Markup | string)[])[],
): Markup {
  const attributes = (at: number): Record<string, string> =>
    columns[at]?.isNumeric ? { class: "number" } : {};
  const head = columns.map(({ title }, at) =>
    element("th", { scope: "col", ...attributes(at) }, title),
  );
  const body = rows.map((cells) =>
    element("tr", {}, ...cells.map((cell, at) => element("td", attributes(at), cell))),
  );
  return element(
    "table",
    {},
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
}
