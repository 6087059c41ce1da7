import type { DocumentLayer } from "../../model/document.ts";
import type { AttributeDefinition, EventDefinition, Scheme } from "../../model/scheme.ts";
import type { Respellings } from "../texts/respelling.ts";
import { triggerRole } from "./links.ts";
import { type MedtatorNames, medtatorNames } from "./names.ts";

/** A scheme as the DTD that MedTator and MAE read: one line for each tag and for each of its attributes. */
export function writeDtd(scheme: Scheme): string {
  const names = medtatorNames(scheme, []);
  const tags = new Map<string, string[]>([
    ...scheme.labels.map(({ name }) => labelLines(name, scheme, names)),
    ...scheme.relations.map(({ name }) =>
      linkLines(spelled(name, names.relations), ["from", "to"], attributesOf(name, scheme, names)),
    ),
    ...scheme.events.map((event) => eventLines(event, scheme, names)),
    ...scheme.reportLabels.map((label) => reportLines(label, names)),
  ]);
  const ordered = beginningsFirst([...tags.keys()]).map((name) => tags.get(name) ?? []);
  return [[`<!ENTITY name "${names.root}">`], ...ordered].map(lines).join("\n");
}

const lines = (block: readonly string[]) => block.map((line) => `${line}\n`).join("");
const spelled = (name: string, spellings: Respellings) => spellings.get(name) ?? name;

type TagLines = [name: string, lines: string[]];

function labelLines(label: string, scheme: Scheme, names: MedtatorNames): TagLines {
  const tag = spelled(label, names.labels);
  const said = attributesOf(label, scheme, names).map((one) => attributeLine(tag, one));
  return [tag, [`<!ELEMENT ${tag} ( #PCDATA ) >`, ...said, comment(tag)]];
}

/** The attributes that a label, relation or event may have, by their names in MedTator. */
function attributesOf(
  label: string,
  { attributes }: Scheme,
  names: MedtatorNames,
): AttributeDefinition[] {
  return attributes
    .filter(({ on }) => on.length === 0 || on.includes(label))
    .map((one) => ({ ...one, name: spelled(one.name, names.attributes) }));
}

function linkLines(
  tag: string,
  roles: readonly string[],
  attributes: readonly AttributeDefinition[],
): TagLines {
  const ends = roles.map(
    (role, at) => `<!ATTLIST ${tag} arg${at} IDREF prefix="${role}" #IMPLIED>`,
  );
  const said = attributes.map((one) => attributeLine(tag, one));
  return [tag, [`<!ELEMENT ${tag} EMPTY >`, ...ends, ...said, comment(tag)]];
}

function eventLines(
  { name, roles }: EventDefinition,
  scheme: Scheme,
  names: MedtatorNames,
): TagLines {
  const spelledRoles = roles.map((role) => spelled(role.name, names.attributes));
  const attributes = attributesOf(name, scheme, names);
  return linkLines(spelled(name, names.events), [triggerRole, ...spelledRoles], attributes);
}

/** Offsets in a tag's own list make it one of the whole text. */
function reportLines(definition: AttributeDefinition, names: MedtatorNames): TagLines {
  const tag = spelled(definition.name, names.reportLabels);
  const value =
    definition.type === "flag" ? [] : [attributeLine(tag, { ...definition, name: "value" })];
  return [tag, [`<!ELEMENT ${tag} ( #PCDATA ) >`, `<!ATTLIST ${tag} spans #IMPLIED >`, ...value]];
}

const comment = (tag: string) => `<!ATTLIST ${tag} comment CDATA "" >`;

/** MedTator reads choices of letters, digits, spaces, "_" and "-" only; others are free text. */
function attributeLine(tag: string, { name, type, choices }: AttributeDefinition): string {
  const values = type === "flag" ? ["true"] : type === "choice" ? choices : [];
  const isList = values.length > 0 && values.every((value) => /^[\w -]+$/.test(value));
  return isList
    ? `<!ATTLIST ${tag} ${name} ( ${values.join(" | ")} ) #IMPLIED "" >`
    : `<!ATTLIST ${tag} ${name} CDATA "" >`;
}

/** A name before those that begin with it: otherwise MedTator never finds it a prefix of its own. */
function beginningsFirst(names: readonly string[]): string[] {
  return [
    ...new Set(
      names.flatMap((name) => [
        ...names
          .filter((other) => name.startsWith(other) && other !== name)
          .sort((a, b) => a.length - b.length),
        name,
      ]),
    ),
  ];
}

/** The names of all tags that a scheme and layers have, in the order of the DTD, then those that only layers have. */
export function tagNames(scheme: Scheme, layers: readonly DocumentLayer[]): string[] {
  const { labels, relations, events, reportLabels } = medtatorNames(scheme, []);
  const spelledAll = (list: readonly { name: string }[], spellings: Respellings) =>
    list.map(({ name }) => spelled(name, spellings));
  const used = layers.flatMap((layer) => [
    ...[...layer.spans, ...layer.relations, ...layer.events].map(({ label }) => label),
    ...Object.keys(layer.labels),
  ]);
  return beginningsFirst([
    ...new Set([
      ...spelledAll(scheme.labels, labels),
      ...spelledAll(scheme.relations, relations),
      ...spelledAll(scheme.events, events),
      ...spelledAll(scheme.reportLabels, reportLabels),
      ...used,
    ]),
  ]);
}

/** What each tag's names begin with: as few letters of its own as make it differ from those before. */
export function idPrefixes(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const prefixes = new Map<string, string>();
  for (const name of names) {
    let length = 1;
    while (length < name.length && taken.has(name.slice(0, length))) length += 1;
    taken.add(name.slice(0, length));
    prefixes.set(name, name.slice(0, length));
  }
  return prefixes;
}
