import type { CasAnnotation } from "../../uima/cas.ts";
import { chainLink } from "../header.ts";
import type { CasBuilder } from "./cas-builder.ts";
import type { Value } from "./values.ts";

/** Chains of annotations, such as coreference, as far as they are read. */
export interface Chains {
  /** The link that the values tell by its place, "coref->1-2" is the second of the first chain; null for a new one. */
  known(type: string, values: readonly Value[]): CasAnnotation | null;
  add(link: CasAnnotation, values: readonly Value[]): void;
  /** Makes each link know the next one, and a head for each chain, which knows the first. */
  join(builder: CasBuilder): void;
}

interface Chain {
  type: string;
  links: { annotation: CasAnnotation; place: number }[];
}

export function chainsOf(): Chains {
  const links = new Map<string, CasAnnotation>();
  const chains = new Map<string, Chain>();
  return {
    known(type, values) {
      const [chain, place] = placeOf(values);
      return links.get(`${type} ${chain} ${place}`) ?? null;
    },
    add(annotation, values) {
      const { type } = annotation;
      const [chain, place] = placeOf(values);
      if (place === undefined) return;
      links.set(`${type} ${chain} ${place}`, annotation);
      const there = chains.get(`${type} ${chain}`) ?? { type, links: [] };
      there.links.push({ annotation, place });
      chains.set(`${type} ${chain}`, there);
    },
    join(builder) {
      for (const chain of chains.values()) joinChain(chain, builder);
    },
  };
}

/** The numbers of the chain and of the link in it. */
function placeOf(values: readonly Value[]): readonly number[] {
  const link = values.find(({ column }) => column.kind === "value" && column.feature === chainLink);
  return link?.numbers ?? [];
}

function joinChain({ type, links }: Chain, builder: CasBuilder): void {
  const ordered = links.toSorted((a, b) => a.place - b.place).map(({ annotation }) => annotation);
  for (const [at, annotation] of ordered.entries()) {
    const next = ordered[at + 1];
    if (next) annotation.features.set("next", { ref: next.id });
  }
  const [first] = ordered;
  const head = builder.addOther(`${type.replace(/Link$/, "")}Chain`);
  if (first) head.features.set("first", { ref: first.id });
}
