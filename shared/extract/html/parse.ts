import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from "parse5";
import { badFile, checkTime, type Source } from "../source.ts";
import type { XmlElement, XmlNode } from "../xml/tree.ts";

/** Browsers build no deeper trees either. */
const limits = { depth: 512, elements: 2_000_000 };

/**
 * Reads HTML as browsers do, into a tree. Nothing is run or fetched; comments and templates are not
 * in the tree. @throws AppError "bad-file" where it is too deep or too large.
 */
export function parseHtml(source: Source, text: string): XmlElement {
  const document = parse(text, { scriptingEnabled: false, treeAdapter: watched(source) });
  return { name: "#document", attributes: new Map(), children: treesOf(document.childNodes) };
}

/** The usual way to build the tree, with a look at depth, number and time at each element. */
function watched(source: Source): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      elements += 1;
      if (elements % 1024 === 0) checkTime(source);
      if (depth <= limits.depth && elements <= limits.elements) return;
      throw badFile(
        source,
        "is larger or deeper than any document; copy its text into a file of its own.",
      );
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

function treesOf(nodes: readonly DefaultTreeAdapterMap["childNode"][]): XmlNode[] {
  return nodes.flatMap((node): XmlNode[] => {
    if ("value" in node) return [node.value];
    if (!("tagName" in node)) return [];
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    return [{ name: node.tagName, attributes, children: treesOf(node.childNodes) }];
  });
}
