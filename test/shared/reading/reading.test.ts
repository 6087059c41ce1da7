import fc from "fast-check";
import { expect, test } from "vitest";
import type { Section } from "../../../shared/model/report.ts";
import { unfinishedParts } from "../../../shared/reading/finish.ts";
import { nextUnread, unreadStretches } from "../../../shared/reading/next-unread.ts";
import { partsOf, statusOf } from "../../../shared/reading/parts.ts";
import { lengthOf, onWholeCharacters } from "../../../shared/reading/ranges.ts";
import { fastReading, readOn, wentThrough } from "../../../shared/reading/read-on.ts";
import { nothingRead, type Reading, withFacts } from "../../../shared/reading/reading.ts";

const text = "A title\n\nCase\nShe had a mass.\n\nDiscussion\nIt is rare.\n\nStray words.\n";
const at = (words: string) => text.indexOf(words);
const section = (title: string, end: string): Section => ({
  kind: "other",
  title,
  start: at(title),
  end: at(end),
});
const sections = [
  section("A title", "Case"),
  section("Case", "Disc"),
  section("Discussion", "Stray"),
];
const read = (start: number, end: number) =>
  withFacts(nothingRead, [{ is: "read", start, end }], 0);
const statuses = (reading: Reading) =>
  partsOf(text, sections).map((part) => statusOf(text, reading, part));

test("text beside all sections is a part of its own, so that nothing is left unread unseen", () => {
  expect(partsOf(text, sections).map(({ title }) => title)).toEqual([
    "A title",
    "Case",
    "Discussion",
    "",
  ]);
  expect(partsOf("", [])).toEqual([]);
});

test("a section is unread, begun, read or skipped, and white space needs no reading", () => {
  expect(statuses(nothingRead)).toEqual(["unread", "unread", "unread", "unread"]);
  expect(statuses(read(0, at("had")))).toEqual(["read", "reading", "unread", "unread"]);
  expect(statuses(read(0, at("\n\nDisc")))).toEqual(["read", "read", "unread", "unread"]);
});

test("what was begun and then skipped is skipped; reading it later makes it read", () => {
  const [, , discussion] = sections;
  const begun = read(at("Disc"), at("It is"));
  const range = { start: discussion?.start ?? 0, end: discussion?.end ?? 0 };
  const skipped = withFacts(begun, [{ is: "skipped", ...range }], 0);
  expect(statuses(skipped)[2]).toBe("skipped");
  expect(statuses(withFacts(skipped, [{ is: "read", ...range }], 0))[2]).toBe("read");
  expect(statuses(withFacts(skipped, [{ is: "unread", ...range }], 0))[2]).toBe("unread");
});

test("time in view reads the first unread characters, and no more than a fast reader can", () => {
  const view = { start: 100, end: 1000 };
  expect(readOn(nothingRead, view, 1)).toEqual([{ start: 100, end: 100 + fastReading }]);
  const partly = read(120, 130);
  expect(readOn(partly, view, 1)).toEqual([
    { start: 100, end: 120 },
    { start: 130, end: 130 + fastReading - 20 },
  ]);
  expect(readOn(nothingRead, view, 3600)).toEqual([view]);
});

test("a caret reads what it goes through, not what it leaps over or goes back to", () => {
  expect(wentThrough(10, 60)).toEqual({ start: 10, end: 60 });
  expect(wentThrough(60, 10)).toBeNull();
  expect(wentThrough(10, 10)).toBeNull();
  expect(wentThrough(0, 5000)).toBeNull();
});

test("the next unread stretch follows the caret, and after the last comes the first", () => {
  const reading = read(at("Case"), at("had"));
  expect(unreadStretches(text, sections, reading).map(({ start }) => start)).toEqual([
    0,
    at("had"),
    at("Disc"),
    at("Stray"),
  ]);
  expect(nextUnread(text, sections, reading, at("Case"))?.start).toBe(at("had"));
  expect(nextUnread(text, sections, reading, at("had"))?.start).toBe(at("Disc"));
  expect(nextUnread(text, sections, reading, at("Stray"))?.start).toBe(0);
  expect(nextUnread(text, sections, read(0, text.length), 0)).toBeNull();
});

test("only what is neither read nor skipped stands in the way of finishing", () => {
  const facts = [
    { is: "read", start: 0, end: at("Disc") },
    { is: "skipped", start: at("Disc"), end: at("Stray") },
  ] as const;
  const reading = withFacts(nothingRead, facts, 12);
  expect(unfinishedParts(text, sections, reading).map(({ start }) => start)).toEqual([at("Stray")]);
  expect(unfinishedParts(text, sections, read(0, text.length))).toEqual([]);
});

test("whatever is said of a text, no character is both read and skipped, and none is lost", () => {
  const fact = fc.record({
    is: fc.constantFrom("read" as const, "skipped" as const, "unread" as const),
    start: fc.nat(40),
    end: fc.nat(40),
  });
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 20 }), (facts) => {
      const last: string[] = Array.from({ length: 40 }, () => "unread");
      for (const { is, start, end } of facts)
        for (let place = start; place < end; place++) last[place] = is;
      const reading = withFacts(nothingRead, facts, 0);
      expect(lengthOf(reading.read)).toBe(last.filter((is) => is === "read").length);
      expect(lengthOf(reading.skipped)).toBe(last.filter((is) => is === "skipped").length);
    }),
  );
});

test("a stretch that ends within a character takes it whole", () => {
  const pills = "a💊b💊";
  expect(onWholeCharacters(pills, [{ start: 2, end: 5 }])).toEqual([{ start: 1, end: 6 }]);
  expect(
    onWholeCharacters(pills, [
      { start: 0, end: 1 },
      { start: 3, end: 4 },
    ]),
  ).toEqual([
    { start: 0, end: 1 },
    { start: 3, end: 4 },
  ]);
});
