import { oddNumbers } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

type Container = Record<string, unknown> | unknown[];

/** A value within another, where it can be changed. */
interface Place {
  container: Container;
  key: string;
}

const isContainer = (value: unknown): value is Container =>
  typeof value === "object" && value !== null;

/** Every place below a value; of a large file, enough of them. */
function placesIn(value: unknown, into: Place[] = []): Place[] {
  if (!isContainer(value) || into.length > 50_000) return into;
  for (const [key, inner] of Object.entries(value)) {
    into.push({ container: value, key });
    placesIn(inner, into);
  }
  return into;
}

const valueAt = ({ container, key }: Place): unknown => Reflect.get(container, key);
const put = ({ container, key }: Place, value: unknown) => Reflect.set(container, key, value);

const oddValues: readonly unknown[] = [
  ...[null, true, false, -1, 0, 1, 0.5, 2 ** 31, 1e300, "", " ", "0", "a", "\0", "\uD800", "🧪"],
  ...[[], {}, [[]], [null], { "": "" }, "\u2028", "e\u0301", "__proto__", "a\r\nb", "#/%00", "1:2"],
  ...[["a", 1], { start: -1, end: 99 }, "urn:x", "toString", "x".repeat(5000)],
];

const changes: ((place: Place, other: Place, random: Random) => void)[] = [
  (place, _, random) => put(place, structuredClone(random.pick(oddValues))),
  (place) => void Reflect.deleteProperty(place.container, place.key),
  (place, other) => put(place, structuredClone(valueAt(other))),
  (place, other) => put(place, [valueAt(place), structuredClone(valueAt(other))]),
  ({ container, key }, _, random) => {
    if (Array.isArray(container)) container.push(structuredClone(container[Number(key)]));
    else
      container[random.pick(["id", "type", "constructor", "x"])] = structuredClone(container[key]);
  },
  (place, _, random) => {
    const value = valueAt(place);
    if (typeof value === "number") put(place, value + random.pick([-1, 1, 7, 0.5, -1000]));
    else if (typeof value === "string") put(place, value.slice(random.below(3)) + value);
  },
];

/** One to four changes of values; what is no JSON stays as it is. */
export function mutateJson(random: Random, original: string): string {
  let whole: { value: unknown };
  try {
    whole = { value: JSON.parse(original) };
  } catch {
    return original;
  }
  for (let count = 1 + random.below(4); count > 0; count--) {
    const places = placesIn(whole);
    if (places.length === 0) break;
    random.pick(changes)(random.pick(places), random.pick(places), random);
  }
  const written = JSON.stringify(whole.value) ?? "";
  // Numbers that JavaScript itself does not write, but a file may hold.
  return random.chance(0.05)
    ? written.replace(/\d+/, random.pick(oddNumbers))
    : written.slice(0, 4_000_000);
}

/** The same with one line of many. */
export function mutateJsonLines(random: Random, original: string): string {
  const lines = original.split("\n");
  const at = random.below(lines.length);
  return lines.with(at, mutateJson(random, lines[at] ?? "")).join("\n");
}
