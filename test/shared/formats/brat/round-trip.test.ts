import fc from "fast-check";
import { expect, test } from "vitest";
import { readBrat } from "../../../../shared/formats/brat/read.ts";
import { writeBrat } from "../../../../shared/formats/brat/write.ts";
import { differences } from "../../../../shared/formats/differences.ts";
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

/** The layer without an annotation and all that refers to it. */
function without(layer: DocumentLayer, removed: string): DocumentLayer {
  const gone = new Set([removed]);
  const stays = (ids: readonly string[]) => !ids.some((id) => gone.has(id));
  const refersTo = [
    ...layer.events.map(({ id, trigger, arguments: all }) => ({
      id,
      ids: [trigger, ...all.map(({ target }) => target)],
    })),
    ...layer.relations.map(({ id, from, to }) => ({ id, ids: [from, to] })),
    ...layer.groups.map(({ id, members }) => ({ id, ids: members })),
  ];
  for (let before = 0; before < gone.size; ) {
    before = gone.size;
    for (const { id, ids } of refersTo) if (!stays(ids)) gone.add(id);
  }
  const left = <One extends { id: string }>(list: One[]) => list.filter(({ id }) => !gone.has(id));
  const { spans, relations, events, groups } = layer;
  return {
    ...layer,
    spans: left(spans),
    relations: left(relations),
    events: left(events),
    groups: left(groups),
  };
}

/** What people do: change a span, add others with their entities, change the layer's own facts. */
function edited(layer: DocumentLayer, donor: DocumentLayer): DocumentLayer {
  const given = (id: string) => `new ${id}`;
  const [first, ...rest] = layer.spans;
  return {
    ...layer,
    spans: [
      ...(first === undefined ? [] : [{ ...first, label: "relabelled", note: "changed\nnote" }]),
      ...rest,
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
      const after = edited(without(layer, removed), layers[0]!);
      const again = writeBrat(text, after, { offsets: "native" });
      const read = readBack(text, again.annotations, "native");
      expect(read.warnings).toEqual([]);
      expect(differences(withLayer(document, after), withLayer(document, read.layer))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
