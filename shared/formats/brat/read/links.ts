import { getOrMake } from "../../../get-or-make.ts";
import { sourceKey } from "../source-key.ts";
import { type RawLine, words } from "./raw-line.ts";
import { keep, type Reading } from "./reading.ts";

/** A line that refers to others by name, before it is known whether all of them are there. */
interface Candidate {
  line: RawLine;
  refersTo: string[];
  take(): void;
}

/** Reads events, relations and groups; those that refer to something missing stay lines. */
export function readLinks(reading: Reading): void {
  let candidates = reading.lines.flatMap((line) => candidateOf(reading, line) ?? []);
  for (;;) {
    const named = new Set([...reading.spans.keys(), ...candidates.map(({ line }) => line.name)]);
    const isSound = ({ refersTo }: Candidate) => refersTo.every((name) => named.has(name));
    const dangling = candidates.filter((candidate) => !isSound(candidate));
    if (dangling.length === 0) break;
    for (const { line } of dangling)
      keep(reading, line, "reference to an annotation that is not in the file");
    candidates = candidates.filter(isSound);
  }
  for (const { take } of candidates) take();
}

function candidateOf(reading: Reading, line: RawLine): Candidate | null {
  const read = line.name === "*" ? groupOf : readers[line.name.charAt(0)];
  if (read === undefined || !/^([ER]\d|\*$)/.test(line.name)) return null;
  const candidate = line.tail === null ? read(reading, line) : null;
  if (candidate === null) keep(reading, line, "not understood as an event, a relation or a group");
  return candidate;
}

const readers: Record<string, typeof groupOf> = { E: eventOf, R: relationOf };

function groupOf(reading: Reading, line: RawLine): Candidate | null {
  const [label, ...members] = words(line.head);
  if (label === undefined || members.length === 0 || members.includes("*")) return null;
  return {
    line,
    refersTo: members,
    take() {
      const id = `*${reading.groups.length + 1}`;
      const group = { id, label: reading.trueName(label), members, note: "" };
      reading.groups.push(group);
      getOrMake(reading.groupsByLine, line.head, () => []).push(group);
      reading.claim(line, sourceKey.annotation(id));
    },
  };
}

function eventOf(reading: Reading, line: RawLine): Candidate | null {
  const [first, ...rest] = pairsOf(line) ?? [];
  if (first === undefined || !/^T\d/.test(first.target)) return null;
  return {
    line,
    refersTo: [first, ...rest].map(({ target }) => target),
    take() {
      reading.events.set(line.name, {
        id: line.name,
        label: reading.trueName(first.role),
        trigger: first.target,
        arguments: rest.map(({ role, target }) => ({ role: reading.trueName(role), target })),
        attributes: {},
        note: "",
      });
      reading.claim(line, sourceKey.annotation(line.name));
    },
  };
}

function relationOf(reading: Reading, line: RawLine): Candidate | null {
  const label = words(line.head)[0];
  const [one, two, ...more] = pairsOf(line, 1) ?? [];
  if (label === undefined || one === undefined || two === undefined || more.length > 0) return null;
  const [from, to] = one.role === "Arg2" && two.role === "Arg1" ? [two, one] : [one, two];
  const usual = one.role === "Arg1" && two.role === "Arg2";
  return {
    line,
    refersTo: [from.target, to.target],
    take() {
      reading.relations.set(line.name, {
        id: line.name,
        label: reading.trueName(label),
        from: from.target,
        to: to.target,
        attributes: {},
        note: "",
      });
      const name = usual ? line.name : `${line.name} ${one.role} ${two.role}`;
      reading.claim(line, sourceKey.annotation(line.name), name);
    },
  };
}

/** The `Role:T1` words of a line from the given one on; null where one is something else. */
function pairsOf(line: RawLine, from = 0): { role: string; target: string }[] | null {
  const pairs = words(line.head)
    .slice(from)
    .map((word) => {
      const colon = word.lastIndexOf(":");
      return { role: word.slice(0, Math.max(colon, 0)), target: word.slice(colon + 1) };
    });
  return pairs.every(({ role, target }) => role !== "" && target !== "") ? pairs : null;
}
