import type { XmlElement } from "../xml/tree.ts";

/** What is never read, by what it is counted as. */
const leftOut: Readonly<Record<string, string>> = {
  script: "",
  noscript: "",
  style: "",
  link: "",
  head: "",
  title: "",
  meta: "",
  base: "",
  template: "",
  datalist: "",
  rp: "",
  del: "deletions",
  iframe: "frames",
  frame: "frames",
  frameset: "frames",
  object: "frames",
  embed: "frames",
  applet: "frames",
  img: "pictures",
  svg: "pictures",
  canvas: "pictures",
  video: "pictures",
  audio: "pictures",
  picture: "pictures",
  button: "controls",
  input: "controls",
  select: "controls",
  textarea: "controls",
};

/** What an element that is not read is counted as ("" for nothing); null where it is read. */
export function countedAs({ name, attributes }: XmlElement): string | null {
  if (Object.hasOwn(leftOut, name)) return leftOut[name] ?? "";
  const style = attributes.get("style") ?? "";
  const isHidden =
    attributes.has("hidden") || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
  return isHidden ? "hidden" : null;
}

/** What stands around the content of a page, rather than in it. */
export function isFurniture({ name, attributes }: XmlElement): boolean {
  const role = attributes.get("role") ?? "";
  // Word processors write the head and foot of their pages so.
  const isPageEdge = name === "div" && /^(header|footer)$/.test(attributes.get("title") ?? "");
  return (
    isPageEdge ||
    name === "nav" ||
    /^(navigation|banner|contentinfo|search|menu|menubar)$/.test(role)
  );
}

/** What breaks the line before and after it. */
export const blockNames: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav " +
    "ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul caption"
  ).split(" "),
);
