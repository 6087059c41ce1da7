/** The prefix to use in names for each namespace; elements of other namespaces keep the file's. */
export type Prefixes = Readonly<Record<string, string>>;

export interface Attribute {
  name: string;
  value: string;
}

/** Refuses the file for what it says. */
export type Fail = (problem: string) => never;

/** Gives names of elements and attributes the reader's prefixes, tag by tag as they open and close. */
export interface Namer {
  open(tag: string, given: readonly Attribute[]): Named;
  close(): void;
}

interface Named {
  name: string;
  attributes: ReadonlyMap<string, string>;
}

/** What names mean at one place of a file. */
interface Scope {
  /** The namespace of each prefix; that of "" is for elements without one. */
  namespaces: ReadonlyMap<string, string>;
  /** Whether prefixes share a namespace, so that attributes with two names may be the same. */
  hasTwins: boolean;
  /** The reader's names for the file's. A file has few names and says them very often. */
  tags: Map<string, string>;
  attributes: Map<string, string>;
}

const xml = "http://www.w3.org/XML/1998/namespace";
const xmlns = "http://www.w3.org/2000/xmlns/";
const outermost = new Map([
  ["xml", xml],
  ["xmlns", xmlns],
]);
const noAttributes: ReadonlyMap<string, string> = new Map();

/**
 * As Namespaces in XML 1.0 and 1.1 has it. The parser can do it too, and then takes twice as long for everything.
 * @param isVersion11 whether the file says so, known once a tag opens.
 */
export function createNamer(prefixes: Prefixes, fail: Fail, isVersion11: () => boolean): Namer {
  const scopes: Scope[] = [scopeOf(outermost)];
  const attributesOf = (given: readonly Attribute[], scope: Scope) => {
    if (given.length === 0) return noAttributes;
    if (scope.hasTwins) checkTwins(given, scope, fail);
    const attributes = new Map<string, string>();
    for (const { name, value } of given)
      attributes.set(
        scope.attributes.get(name) ?? nameAttribute(name, scope, prefixes, fail),
        value,
      );
    return attributes;
  };
  return {
    open(tag, given) {
      const outer = scopes.at(-1) ?? scopeOf(outermost);
      const scope = given.some(isDeclaration)
        ? scopeWithin(outer, given.filter(isDeclaration), fail, isVersion11())
        : outer;
      scopes.push(scope);
      const name = scope.tags.get(tag) ?? nameTag(tag, scope, prefixes, fail);
      return { name, attributes: attributesOf(given, scope) };
    },
    close: () => void scopes.pop(),
  };
}

function scopeOf(namespaces: ReadonlyMap<string, string>): Scope {
  const ofPrefixes = [...namespaces].filter(([prefix]) => prefix !== "").map(([, one]) => one);
  const hasTwins = new Set(ofPrefixes).size < ofPrefixes.length;
  return { namespaces, hasTwins, tags: new Map(), attributes: new Map() };
}

const isDeclaration = ({ name }: Attribute) => name === "xmlns" || name.startsWith("xmlns:");

function scopeWithin(
  outer: Scope,
  declarations: readonly Attribute[],
  fail: Fail,
  isVersion11: boolean,
): Scope {
  const namespaces = new Map(outer.namespaces);
  for (const { name, value } of declarations) {
    const [prefix, namespace] = [partsOf(name, fail).prefix && name.slice(6), value.trim()];
    if (namespace === "" && prefix !== "" && !isVersion11)
      fail("invalid attempt to undefine prefix in XML 1.0");
    checkReserved(prefix, namespace, fail);
    namespaces.set(prefix, namespace);
  }
  return scopeOf(namespaces);
}

/** Two prefixes belong to XML itself. */
function checkReserved(prefix: string, namespace: string, fail: Fail): void {
  if (prefix === "xmlns" || namespace === xmlns) fail("nothing may declare the prefix xmlns.");
  if ((prefix === "xml") !== (namespace === xml))
    fail(`the prefix xml, and no other, must be bound to ${xml}.`);
}

function nameTag(tag: string, scope: Scope, prefixes: Prefixes, fail: Fail): string {
  const { prefix, local } = partsOf(tag, fail);
  if (prefix === "xmlns") fail('tags may not have "xmlns" as prefix.');
  const namespace = scope.namespaces.get(prefix) ?? "";
  if (prefix !== "" && namespace === "") failUnbound(prefix, fail);
  const name = chosenName(prefix, local, namespace, prefixes);
  scope.tags.set(tag, name);
  return name;
}

/** One without a prefix is in no namespace. */
function nameAttribute(given: string, scope: Scope, prefixes: Prefixes, fail: Fail): string {
  const { prefix, local } = partsOf(given, fail);
  const namespace = prefix === "" ? "" : scope.namespaces.get(prefix);
  if (namespace === undefined) return failUnbound(prefix, fail);
  const name = chosenName(prefix, local, namespace, prefixes);
  scope.attributes.set(given, name);
  return name;
}

/** Refuses attributes that are the same by their namespaces, whatever their prefixes. */
function checkTwins(given: readonly Attribute[], { namespaces }: Scope, fail: Fail): void {
  const seen = new Set<string>();
  for (const { name } of given) {
    const { prefix, local } = partsOf(name, fail);
    const whole = prefix === "" ? name : `{${namespaces.get(prefix)}}${local}`;
    if (seen.has(whole)) fail(`duplicate attribute: ${whole}.`);
    seen.add(whole);
  }
}

function partsOf(name: string, fail: Fail): { prefix: string; local: string } {
  const colon = name.indexOf(":");
  if (colon < 0) return { prefix: "", local: name };
  const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
  if (prefix === "" || local === "" || local.includes(":")) fail(`malformed name: ${name}.`);
  return { prefix, local };
}

function failUnbound(prefix: string, fail: Fail): never {
  return fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
}

function chosenName(prefix: string, local: string, namespace: string, prefixes: Prefixes): string {
  const chosen = Object.hasOwn(prefixes, namespace) ? prefixes[namespace] : prefix;
  return chosen ? `${chosen}:${local}` : local;
}
