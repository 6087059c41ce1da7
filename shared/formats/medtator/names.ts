import type { DocumentLayer } from "../../model/document.ts";
import type { Scheme } from "../../model/scheme.ts";
import { type Respellings, respellings } from "../texts/respelling.ts";

/** Names as MedTator spells them: ASCII letters, digits and "_", in elements "-" besides. */
export interface MedtatorNames {
  root: string;
  labels: Respellings;
  relations: Respellings;
  events: Respellings;
  reportLabels: Respellings;
  /** Of attributes and of roles. */
  attributes: Respellings;
}

type Layers = readonly DocumentLayer[];

/** Spellings for all names of a scheme and of layers; all tags share one set of names. */
export function medtatorNames(scheme: Scheme, layers: Layers): MedtatorNames {
  const named = (definitions: readonly { name: string }[]) => definitions.map(({ name }) => name);
  const taken = new Set<string>();
  const elements = (defined: string[], used: string[], suffix: string) => {
    const spellings = spelledApart([...defined, ...used], suffix, taken);
    for (const name of [...defined, ...used]) taken.add(spellings.get(name) ?? name);
    return spellings;
  };
  const ofLabels = (key: "spans" | "relations" | "events") =>
    layers.flatMap((layer) => layer[key].map(({ label }) => label));
  return {
    root: asElement(scheme.name),
    labels: elements(named(scheme.labels), ofLabels("spans"), "_tag"),
    relations: elements(named(scheme.relations), ofLabels("relations"), "_link"),
    events: elements(named(scheme.events), ofLabels("events"), "_event"),
    reportLabels: elements(
      named(scheme.reportLabels),
      layers.flatMap(({ labels }) => Object.keys(labels)),
      "_report",
    ),
    attributes: respellings([...attributesIn(scheme), ...attributesUsed(layers)], asAttribute),
  };
}

/** A name that a tag of another sort has already gets a suffix. */
function spelledApart(names: string[], suffix: string, taken: ReadonlySet<string>): Respellings {
  return respellings(names, (name) => {
    const element = asElement(name);
    return taken.has(element) ? element + suffix : element;
  });
}

function attributesIn({ attributes, events }: Scheme): string[] {
  const roles = events.flatMap((event) => event.roles);
  return [...attributes, ...roles].map(({ name }) => name);
}

function attributesUsed(layers: Layers): string[] {
  return layers.flatMap(({ spans, relations, events }) => [
    ...[...spans, ...relations, ...events].flatMap((one) => Object.keys(one.attributes)),
    ...events.flatMap((event) => event.arguments.map(({ role }) => role)),
  ]);
}

/** Letters without their accents, and "_" for what is no letter of English. */
function ascii(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replace(/[^A-Za-z0-9_-]/gu, "_");
}

function asElement(name: string): string {
  const letters = ascii(name).replace(/^(?![A-Za-z_])|^(?=xml)/i, "_");
  return /^(text|tags|meta)$/i.test(letters) ? `${letters}_` : letters;
}

/** Names that a tag has for itself, and ends by which MedTator knows a link's. */
const reserved = /^(id|spans|start|end|text|tag|comment|trigger|value)$|(ID|Text)$/;

function asAttribute(name: string): string {
  const letters = ascii(name)
    .replaceAll("-", "_")
    .replace(/^(?![A-Za-z_])|^(?=xml)/i, "_");
  return reserved.test(letters) || /^(id|spans|start|end|text)$/i.test(letters)
    ? `${letters}_`
    : letters;
}
