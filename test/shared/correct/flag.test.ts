import { expect, test } from "vitest";
import {
  PublicDocument,
  toPublicDocument,
} from "../../../shared/formats/casemark-jsonl/public-document.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";

const span = { id: "s", label: "marker", quote: "DES", attributes: {}, entity: null, note: "" };

function documentWith(flag: string | undefined): AnnotatedDocument {
  const ranges = [{ start: 0, end: 3 }];
  const spans = [flag === undefined ? { ...span, ranges } : { ...span, ranges, flag }];
  const none = { entities: [], relations: [], events: [], groups: [], labels: {}, source: null };
  const layers = [{ annotator: "Ana", status: "open" as const, ...none, spans }];
  const facts = { name: "n", title: "t", case: "c", sections: [], metadata: {} };
  return { ...facts, text: "DES.", layers };
}

const spansOf = (document: AnnotatedDocument) =>
  PublicDocument.parse(toPublicDocument(document, "codepoint")).layers[0]?.spans;

test("a flag goes out with its span and comes back; a span without one has no such field", () => {
  expect(spansOf(documentWith("Look."))).toEqual([{ ...span, ranges: [[0, 3]], flag: "Look." }]);
  expect(spansOf(documentWith(undefined))).toEqual([{ ...span, ranges: [[0, 3]] }]);
});
