import fc from "fast-check";
import { expect, test } from "vitest";
import { readBrat } from "../../../../shared/formats/brat/read.ts";
import { writeBrat } from "../../../../shared/formats/brat/write.ts";
import { differences } from "../../../../shared/formats/compare.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../../shared/model/document.ts";
import { anyDocument } from "../arbitrary-document.ts";

type Offsets = "native" | "utf16";

function readBack(text: string, annotations: string, offsets: Offsets) {
  const unit = offsets === "utf16" ? "utf16" : "codepoint";
  return readBrat({ text, annotations, annotator: "ann", file: "report.ann", offsets: unit });
}

function withLayer(document: AnnotatedDocument, layer: DocumentLayer): AnnotatedDocument {
  return { ...document, layers: [layer] };
}

const offsets = fc.constantFrom<Offsets>("native", "utf16");

test("whatever a layer holds is written to brat and read back the same, and written again byte for byte", () => {
  fc.assert(
    fc.property(anyDocument, offsets, (document, unit) => {
      const { text, layers } = document;
      const first = writeBrat(text, layers[0]!, { offsets: unit });
      const read = readBack(text, first.annotations, unit);
      expect(read.warnings.filter((warning) => !warning.includes("UTF-16"))).toEqual([]);
      expect(differences(document, withLayer(document, read.layer))).toEqual([]);
      const second = writeBrat(read.text, read.layer, { offsets: unit });
      expect(second).toEqual(first);
    }),
    { numRuns: 400 },
  );
});

/** What a person may do to a layer that came from a file. */
function edited(layer: DocumentLayer, removed: string, donor: DocumentLayer): DocumentLayer {
  const keeps = (ids: readonly (string | null)[]) => !ids.includes(removed);
  const events = layer.events.filter((event) =>
    keeps([event.trigger, ...event.arguments.map(({ target }) => target)]),
  );
  const gone = new Set([
    removed,
    ...layer.events.filter((event) => !events.includes(event)).map(({ id }) => id),
  ]);
  const left = events.filter((event) => event.arguments.every(({ target }) => !gone.has(target)));
  for (const event of events) if (!left.includes(event)) gone.add(event.id);
  const final = left.filter((event) => event.arguments.every(({ target }) => !gone.has(target)));
  for (const event of left) if (!final.includes(event)) gone.add(event.id);
  const relations = layer.relations.filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  for (const relation of layer.relations) if (!relations.includes(relation)) gone.add(relation.id);
  const given = (id: string) => `new ${id}`;
  return {
    ...layer,
    spans: [
      ...layer.spans
        .filter(({ id }) => id !== removed)
        .map((span, n) =>
          n === 0 ? { ...span, label: "relabelled", note: "changed\nnote" } : span,
        ),
      ...donor.spans.map((span) => ({
        ...span,
        id: given(span.id),
        entity: span.entity && given(span.entity),
      })),
    ],
    entities: [
      ...layer.entities,
      ...donor.entities.map((entity) => ({ ...entity, id: given(entity.id) })),
    ],
    events: final,
    relations,
    groups: layer.groups.filter(({ members }) => members.every((member) => !gone.has(member))),
    labels: donor.labels,
    status: donor.status,
  };
}

test("a layer that came from a file and was changed is written and read back the same", () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), (document, n) => {
      const { text, layers } = document;
      const { annotations } = writeBrat(text, layers[0]!, { offsets: "native" });
      const { layer } = readBack(text, annotations, "native");
      const removed = layer.spans[n % Math.max(layer.spans.length, 1)]?.id ?? "none";
      const after = edited(layer, removed, layers[0]!);
      const again = writeBrat(text, after, { offsets: "native" });
      const read = readBack(text, again.annotations, "native");
      expect(read.warnings).toEqual([]);
      expect(differences(withLayer(document, after), withLayer(document, read.layer))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
