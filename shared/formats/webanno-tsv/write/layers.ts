import {
  type Cas,
  type CasAnnotation,
  type CasStructure,
  type CasValue,
  isReference,
  referencesIn,
} from "../../uima/cas.ts";
import { isScaffold } from "../../uima/type-names.ts";
import { relationSource, relationTarget, type TsvColumn, type TsvLayer } from "../header.ts";
import { anyType } from "../types.ts";

/** One link of a slot. */
interface SlotLink {
  /** Of the feature structure that it is. */
  type: string;
  role: string;
  target: CasAnnotation;
}

/** A CAS as its rows are written from it. */
export interface CasView {
  /** Without sentences, tokens and what is said of the whole document, from the left to the right, the longer before those within it. */
  annotations: CasAnnotation[];
  /** The links of a feature, in order; [] where it is no slot. */
  links(annotation: CasAnnotation, feature: string): SlotLink[];
  /** The end of a relation; null for what is none. */
  end(relation: CasAnnotation, feature: string): CasAnnotation | null;
}

export function viewOf(cas: Cas): CasView {
  const annotations = new Map(cas.annotations.map((one) => [one.id, one]));
  const others = new Map(cas.others.map((one) => [one.id, one]));
  const linkOf = (id: number): SlotLink[] => {
    const { type = "", features }: Partial<CasStructure> = others.get(id) ?? {};
    const [target, role] = [features?.get("target"), features?.get("role")];
    const there = isReference(target) ? annotations.get(target.ref) : undefined;
    return there ? [{ type, role: typeof role === "string" ? role : "", target: there }] : [];
  };
  return {
    annotations: cas.annotations
      .filter(({ type }) => !isScaffold(type))
      .sort((a, b) => a.begin - b.begin || b.end - a.end),
    links: ({ features }, feature) => referencesIn(features.get(feature)).flatMap(linkOf),
    end({ features }, feature) {
      const value = features.get(feature);
      return isReference(value) ? (annotations.get(value.ref) ?? null) : null;
    },
  };
}

/** The layers that there are annotations of: spans, then those with slots, then relations, by their names. */
export function layersOf(view: CasView): TsvLayer[] {
  const byType = Map.groupBy(view.annotations, ({ type }) => type);
  const layers = [...byType].map(([type, annotations]) => layerOf(type, annotations, view));
  return layers.sort((a, b) => orderOf(a) - orderOf(b) || (a.type < b.type ? -1 : 1));
}

function orderOf({ kind, columns }: TsvLayer): number {
  if (kind === "relation") return 2;
  return columns.some((column) => column.kind === "roles") ? 1 : 0;
}

function layerOf(type: string, annotations: readonly CasAnnotation[], view: CasView): TsvLayer {
  const bases = annotations.flatMap((one) => view.end(one, relationSource)?.type ?? []);
  const names = new Set(annotations.flatMap(({ features }) => [...features.keys()]));
  const columns = [...names].sort().flatMap((name) => columnsOf(name, annotations, view));
  const [baseType] = bases;
  if (baseType !== undefined)
    return { kind: "relation", type, columns: [...columns, { kind: "source", baseType }] };
  return { kind: "span", type, columns: columns.length > 0 ? columns : [{ kind: "placeholder" }] };
}

function columnsOf(
  feature: string,
  annotations: readonly CasAnnotation[],
  view: CasView,
): TsvColumn[] {
  if (feature === relationSource || feature === relationTarget) return [];
  const links = annotations.flatMap((one) => view.links(one, feature));
  const [first] = links;
  if (first === undefined) {
    const isPlain = annotations.some(({ features }) => plainText(features.get(feature)) !== null);
    return isPlain ? [{ kind: "value", feature }] : [];
  }
  const isMixed = links.some(({ target }) => target.type !== first.target.type);
  return [
    { kind: "roles", feature, linkType: first.type },
    { kind: "targets", feature, targetType: isMixed ? anyType : first.target.type },
  ];
}

/** A plain value as a text, several as a JSON list; null for references and for nothing. */
export function plainText(value: CasValue | undefined): string | null {
  if (value === undefined || value === null || isReference(value)) return null;
  if (!Array.isArray(value)) return String(value);
  return value.every((one) => typeof one === "string") ? JSON.stringify(value) : null;
}
