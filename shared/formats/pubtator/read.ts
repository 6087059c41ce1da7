import type { Source } from "../../extract/source.ts";
import type { Entity, Relation, Span } from "../../model/annotation.ts";
import type { FileUnit } from "../../text/offsets.ts";
import { entitiesByCode } from "../bioc/entity-links.ts";
import { titleIn } from "../bioc/facts.ts";
import { codesIn } from "../bioc/identifiers.ts";
import { names } from "../bioc/read.ts";
import { codedEntities } from "../coded-entity.ts";
import type { ReadDocument, ReadOptions } from "../format.ts";
import { type CountedWarnings, countedWarnings } from "../reading/counted-warnings.ts";
import { textOf } from "../reading/json.ts";
import { placeSpans } from "../reading/placing.ts";
import { attributesOfColumn } from "./columns.ts";
import { type Block, blocksOf, type RelationLine } from "./lines.ts";
import { partsOf, sectionsIn } from "./parts.ts";

const units: readonly FileUnit[] = ["codepoint", "utf16", "byte"];

/**
 * The documents of a PubTator file. A document's text is its title, one line's end and its abstract.
 * @throws AppError "bad-file" for what is no such file, and for offsets outside the text.
 */
export function* readPubTator(source: Source, options: ReadOptions): Generator<ReadDocument> {
  const outer = countedWarnings(source.fileName);
  const blocks = blocksOf(textOf(source), options.firstLine, source, outer);
  const nameOf = names(options.name);
  // What is said of lines is said once, with the first document.
  let before = outer.sentences();
  for (const block of blocks) {
    const warnings = countedWarnings(source.fileName);
    const document = readBlock(block, nameOf(block.id), { source, options, warnings });
    yield { document, warnings: [...before, ...warnings.sentences()] };
    before = [];
  }
}

interface Reading {
  source: Source;
  options: ReadOptions;
  warnings: CountedWarnings;
}

function readBlock(block: Block, name: string, reading: Reading): ReadDocument["document"] {
  const { options, warnings } = reading;
  const [title = "", ...others] = block.parts;
  const rest = others.join("\n");
  const whole = rest === "" ? title : `${title}\n${rest}`;
  const { text, spans, entities } = spansOf(block, whole, reading);
  const sections = sectionsIn(text, partsOf(text).title.length);
  const content = { name, text, sections };
  return {
    ...content,
    ...{ title: titleIn(content), case: name, metadata: {} },
    layers: [
      {
        ...{ annotator: options.annotator, status: "open", spans, entities },
        relations: relationsOf(block.relations, entities, warnings),
        ...{ events: [], groups: [], labels: {}, source: null },
      },
    ],
  };
}

function spansOf(
  { annotations }: Block,
  whole: string,
  { source, options, warnings }: Reading,
): { text: string; spans: Span[]; entities: Entity[] } {
  const given = annotations.map(({ start, end, quote, lineNumber }) => ({
    ranges: [{ start, end }],
    quote,
    where: `line ${lineNumber}`,
  }));
  const known = options.offsets === null ? units : [options.offsets];
  const placed = placeSpans(whole, given, { units: known, source, warnings });
  const coded = codedEntities();
  const spans = annotations.flatMap((line, at): Span[] => {
    const place = placed.spans[at];
    if (place === undefined) return [];
    const label = line.label === "" ? "annotation" : line.label;
    const entity = coded.entityFor({ label, quote: place.quote }, codesIn(line.identifiers, label));
    const attributes = attributesOfColumn(line.more);
    return [{ id: `span-${at + 1}`, label, ...place, attributes, entity, note: "" }];
  });
  return { text: placed.text, spans, entities: coded.all() };
}

function relationsOf(
  lines: readonly RelationLine[],
  entities: readonly Entity[],
  warnings: CountedWarnings,
): Relation[] {
  const byCode = entitiesByCode(entities);
  return lines.flatMap(({ lineNumber, label, from, to, more }, at) => {
    const [one, two] = [byCode.find(codesIn(from, "")), byCode.find(codesIn(to, ""))];
    if (one !== null && two !== null) {
      const attributes = attributesOfColumn(more);
      return [{ id: `relation-${at + 1}`, label, from: one.id, to: two.id, attributes, note: "" }];
    }
    warnings.count(
      `line ${lineNumber}`,
      "links something that is not there, and was left out",
      "link something that is not there, and were left out",
    );
    return [];
  });
}
