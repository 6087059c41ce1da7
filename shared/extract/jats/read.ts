import { numbered, textBlock } from "../blocks/make.ts";
import { Tally } from "../blocks/warnings.ts";
import type { Extracted, ExtractedBlock } from "../extracted.ts";
import { badFile, type Source } from "../source.ts";
import { parseXml } from "../xml/parse.ts";
import type { XmlElement } from "../xml/tree.ts";
import { childNamed, childrenNamed, countBelow, elementsOf, outermost } from "../xml/tree.ts";
import { blocksOf, isEmpty } from "./blocks.ts";
import { frontBlocks, titleOf } from "./front.ts";
import { jatsMetadata } from "./metadata.ts";

const prefixes = {
  "http://www.w3.org/1998/Math/MathML": "mml",
  "http://www.w3.org/1999/xlink": "xlink",
  "http://www.niso.org/schemas/ali/1.0/": "ali",
  "http://docs.oasis-open.org/ns/oasis-exchange/table": "",
};

const sentences: Record<string, [string, string]> = {
  entities: [
    "The file declares 1 entity of its own; it was not expanded and stands as “&name;” where it is used.",
    "The file declares # entities of its own; they were not expanded and stand as “&name;” where they are used.",
  ],
};

const notes: Record<string, [string, string]> = {
  pictures: [
    "1 picture has no text; its caption was read.",
    "# pictures have no text; their captions were read.",
  ],
};

/**
 * Every article of a JATS or NLM file, in its order.
 * @throws AppError "bad-file" where it is no such file or damaged.
 */
export function readJats(source: Source): Extracted[] {
  const { root, ownEntities } = parseXml(source, source.bytes, prefixes);
  const articles = root.name === "article" ? [root] : outermost(root, "article");
  const read = articles.filter((article) => !isEmpty(article));
  if (read.length === 0)
    throw badFile(
      source,
      `is XML but holds no JATS article (its root is <${root.name}>); import the article's full-text XML.`,
    );
  return read.map((article) => readArticle(article, ownEntities));
}

function readArticle(article: XmlElement, ownEntities: number): Extracted {
  const meta = metaOf(article);
  const tally = new Tally();
  tally.add("pictures", countBelow(article, "graphic", "inline-graphic"));
  tally.add("entities", ownEntities);
  return {
    kind: "jats",
    title: meta ? titleOf(meta) : null,
    blocks: numbered(articleBlocks(article)),
    metadata: jatsMetadata(article),
    warnings: tally.sentences(sentences),
    notes: tally.sentences(notes),
  };
}

function metaOf(article: XmlElement): XmlElement | null {
  const front = childNamed(article, "front") ?? childNamed(article, "front-stub");
  return childNamed(front, "article-meta") ?? front;
}

/** Front, body, floating figures, back, and articles within this one, such as reviews of it. */
function articleBlocks(article: XmlElement): ExtractedBlock[] {
  const meta = metaOf(article);
  const parts = childrenNamed(article, "body", "floats-group", "back");
  const order = ["body", "floats-group", "back"];
  parts.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return [
    ...(meta ? frontBlocks(meta) : []),
    ...childrenNamed(childNamed(article, "front") ?? article, "notes").flatMap((notes) =>
      blocksOf(notes, 1),
    ),
    ...parts.flatMap((part) => elementsOf(part)).flatMap((child) => blocksOf(child, 1)),
    ...childrenNamed(article, "sub-article", "response").flatMap(articleWithin),
  ];
}

/** Its title is a heading here: a report has one title. */
function articleWithin(article: XmlElement): ExtractedBlock[] {
  return articleBlocks(article).map((one) =>
    one.kind === "title" ? { ...textBlock("heading", "", { level: 1 }), pieces: one.pieces } : one,
  );
}
