import type { RelationPatch } from "../../shared/contract/relations.ts";
import type { Asked } from "../../shared/contract.ts";
import type { Id, LayerStatus, Relation, TextRange } from "../../shared/model/annotation.ts";
import type { AttributeValue } from "../../shared/model/attributes.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { WriteName } from "../state/app-store.ts";
import type { ReportStore } from "../state/report-store.ts";
import type { Writes } from "../state/writes.ts";
import { planMark, planRelink, type Suggestions, withAttribute } from "./marking.ts";
import { createShapeActions, type ShapeActions } from "./shape-actions.ts";

type Patch<N extends "span.update" | "entity.update"> = Asked<N>["patch"];

/** What a person can do to the open report. Each is one write and one step of undo. */
export interface Actions extends ShapeActions {
  /** Marks a range and makes the new span the active one; answers it, or null when it was not saved. */
  mark(label: string, range: TextRange): Promise<Id | null>;
  relabel(span: Id, label: string): void;
  link(span: Id, entity: Id | "new" | null): void;
  setAttribute(span: Id, name: string, value: AttributeValue | null): void;
  toggleFlag(span: Id, name: string): void;
  setNote(span: Id, note: string): void;
  setUnsure(span: Id, unsure: boolean): void;
  /** Says that a span was looked at whose words were corrected. */
  clearFlag(span: Id): void;
  removeSpan(span: Id): void;
  addEntity(kind: string, name: string): Promise<Id | null>;
  updateEntity(entity: Id, patch: Patch<"entity.update">): void;
  setField(entity: Id, name: string, value: AttributeValue | null): void;
  mergeEntities(into: Id, from: readonly Id[]): void;
  splitEntity(entity: Id, spans: readonly Id[], name: string): void;
  removeEntity(entity: Id): void;
  setStatus(status: LayerStatus): Promise<Change | null>;
  /** Says something of the report as a whole; null takes it back. */
  setReportLabel(name: string, value: AttributeValue | null): void;
  setReportNote(note: string): void;
  setReportUnsure(unsure: boolean): void;
  /** Answers whether it was saved. */
  relate(relation: Pick<Relation, "label" | "from" | "to">): Promise<boolean>;
  updateRelation(relation: Id, patch: RelationPatch): void;
  removeRelation(relation: Id): void;
}

interface Needs {
  store: ReportStore;
  writes: Writes;
  scheme(): Scheme;
  /** Says that the layer is closed and offers to open it again. */
  refuse(): void;
}

export function createActions({ store, writes, scheme, refuse }: Needs): Actions {
  const report = store.state().report.id;

  async function write<N extends WriteName>(name: N, input: () => Asked<N> | null) {
    if (store.state().status === "open") return writes.write(name, input);
    refuse();
    return null;
  }

  const offer = (span: Id, suggestions: Suggestions) => {
    if (suggestions.length > 0) store.dispatch({ type: "offered", offer: { span, suggestions } });
  };

  const updateSpan = (span: Id, patch: () => Patch<"span.update"> | null) =>
    write("span.update", () => {
      const made = patch();
      return made && { span, patch: made };
    });

  const setAttribute = (
    id: Id,
    next: (old: AttributeValue | undefined) => AttributeValue | null,
    name: string,
  ) =>
    updateSpan(id, () => {
      const span = store.state().spans.get(id);
      if (!span) return null;
      const value = next(span.attributes[name]);
      return { attributes: withAttribute(span.attributes, name, value) };
    });

  return {
    async mark(label, range) {
      let suggestions: Suggestions = [];
      const change = await write("span.add", () => {
        const plan = planMark(store.state(), scheme(), label, range);
        suggestions = plan.suggestions;
        return { report, draft: plan.draft };
      });
      const span = change?.put.spans[0];
      if (!span) return null;
      store.dispatch({ type: "activated", span: span.id });
      offer(span.id, suggestions);
      return span.id;
    },

    /** What was linked goes along where the store can take it along; what was not is linked as a new mark is. */
    async relabel(id, label) {
      let suggestions: Suggestions = [];
      const change = await updateSpan(id, () => {
        const span = store.state().spans.get(id);
        if (!span || span.label === label) return null;
        const plan = planRelink(store.state(), scheme(), { ...span, label });
        suggestions = plan.suggestions;
        return plan.entity === null ? { label } : { label, entity: plan.entity };
      });
      if (change) offer(id, suggestions);
    },

    link: (span, entity) => void updateSpan(span, () => ({ entity })),
    setAttribute: (span, name, value) => void setAttribute(span, () => value, name),
    toggleFlag: (span, name) =>
      void setAttribute(span, (old) => (old === undefined ? true : null), name),
    setNote: (span, note) => void updateSpan(span, () => ({ note })),
    setUnsure: (span, unsure) => void updateSpan(span, () => ({ unsure })),
    ...createShapeActions(store, write),
    clearFlag: (span) =>
      void updateSpan(span, () => (store.state().spans.get(span)?.flag ? { flag: "" } : null)),
    removeSpan: (span) => void write("span.remove", () => ({ spans: [span] })),

    async addEntity(kind, name) {
      const change = await write("entity.add", () => ({ report, kind, name, spans: [] }));
      return change?.put.entities[0]?.id ?? null;
    },
    updateEntity: (entity, patch) => void write("entity.update", () => ({ entity, patch })),
    setField: (id, name, value) =>
      void write("entity.update", () => {
        const entity = store.state().entities.get(id);
        if (!entity) return null;
        return { entity: id, patch: { fields: withAttribute(entity.fields, name, value) } };
      }),
    mergeEntities: (into, from) => void write("entity.merge", () => ({ into, from: [...from] })),
    splitEntity: (entity, spans, name) =>
      void write("entity.split", () => ({ entity, spans: [...spans], name })),
    removeEntity: (entity) => void write("entity.remove", () => ({ entity })),
    setStatus: (status) => writes.write("layer.setStatus", () => ({ report, status })),
    setReportLabel: (name, value) =>
      void write("layer.setLabels", () => ({
        report,
        labels: withAttribute(store.state().labels, name, value),
      })),
    setReportNote: (note) => void write("layer.setNote", () => ({ report, note })),
    setReportUnsure: (unsure) => void write("layer.setUnsure", () => ({ report, unsure })),
    relate: async ({ label, from, to }) =>
      (await write("relation.add", () => ({ report, label, from, to }))) !== null,
    updateRelation: (relation, patch) => void write("relation.update", () => ({ relation, patch })),
    removeRelation: (relation) => void write("relation.remove", () => ({ relation })),
  };
}
