import { describe, expect, test } from "vitest";
import { intentOf, type Situation, schemeKeys } from "../../../renderer/annotate/key-intents.ts";
import type { KeyPress } from "../../../shared/keys.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { press } from "../../shared/press.ts";

const keys = schemeKeys(defaultScheme);

const nothing: Situation = {
  ...{ hasSelection: false, isOnSpan: false, offered: 0, canLink: false },
  count: null,
};
const selected = { ...nothing, hasSelection: true };
const onSpan = { ...nothing, isOnSpan: true };

const intent = (key: string, situation: Situation) =>
  intentOf(press(key), "other", keys, situation);

describe("a label's key", () => {
  test("is for what is selected, the span at the caret or the word there", () => {
    for (const situation of [selected, onSpan, nothing])
      expect(intent("m", situation)).toEqual({ do: "label", label: "marker" });
  });

  test("with Ctrl it is no label's key", () => {
    expect(intentOf(press("m", { ctrlKey: true }), "other", keys, selected)).toBeNull();
  });
});

describe("the same words", () => {
  const markAll = { do: "command", id: "span.markAll" };

  test("are marked by * and by a, unless the scheme has another use for a", () => {
    for (const situation of [selected, onSpan, nothing])
      for (const key of ["*", "a"]) expect(intent(key, situation)).toEqual(markAll);
    const labels = new Map([["a", "artefact"]]);
    expect(intentOf(press("a"), "other", { ...keys, labels }, nothing)).toEqual({
      ...{ do: "label", label: "artefact" },
    });
  });

  test("are counted by digits, which take an offer first", () => {
    expect(intent("3", nothing)).toEqual({ do: "count", count: 3 });
    expect(intent("2", { ...nothing, count: 1 })).toEqual({ do: "count", count: 12 });
    expect(intent("0", { ...onSpan, canLink: true, count: 1 })).toEqual({ do: "count", count: 10 });
    expect(intent("9", { ...nothing, count: 999 })).toEqual({ do: "count", count: 999 });
    expect(intent("2", { ...onSpan, offered: 2 })).toEqual({ do: "accept", at: 1 });
    expect(intent("3", { ...onSpan, offered: 2 })).toEqual({ do: "count", count: 3 });
  });
});

describe("attributes", () => {
  test("have the first letter of their names that no label has", () => {
    expect(Object.fromEntries(keys.attributes)).toEqual({
      n: "negated",
      u: "uncertain",
      h: "historical",
      o: "other person",
    });
  });

  test("are reached on a span with nothing selected", () => {
    expect(intent("n", onSpan)).toEqual({ do: "attribute", name: "negated" });
    expect(intent("n", { ...onSpan, hasSelection: true })).toBeNull();
    expect(intent("n", nothing)).toBeNull();
  });
});

describe("spans that a correction touched", () => {
  test("are gone to from anywhere, and moved to what is selected", () => {
    for (const situation of [selected, onSpan, nothing]) {
      expect(intent(",", situation)).toEqual({ do: "command", id: "span.nextFlagged" });
      expect(intent("=", situation)).toEqual({ do: "command", id: "span.move" });
    }
    expect(intent("!", onSpan)).toEqual({ do: "command", id: "span.looked" });
  });
});

describe("motions", () => {
  const chord = (key: string, more: Partial<KeyPress>, platform: "mac" | "other" = "other") =>
    intentOf(press(key, more), platform, keys, nothing);
  const word = { do: "move", id: "move.nextWord" };

  test("go by word, and with Shift extend what is selected", () => {
    expect(chord("ArrowRight", { ctrlKey: true })).toEqual({ ...word, extend: false });
    expect(chord("ArrowRight", { ctrlKey: true, shiftKey: true })).toEqual({
      ...word,
      extend: true,
    });
  });

  test("have a Mac's own keys on a Mac", () => {
    expect(chord("ArrowRight", { altKey: true }, "mac")).toEqual({ ...word, extend: false });
    const sentence = { do: "move", id: "move.nextSentence", extend: false };
    expect(chord("ArrowRight", { altKey: true })).toEqual(sentence);
    expect(chord("ArrowRight", { altKey: true, metaKey: true }, "mac")).toEqual(sentence);
  });

  test("by letters and lines are the browser's", () => {
    expect(chord("ArrowRight", {})).toBeNull();
    expect(chord("ArrowDown", { shiftKey: true })).toBeNull();
  });
});

describe("digits", () => {
  test("take what is offered, and nothing beyond it", () => {
    const offered = { ...onSpan, offered: 2, canLink: true };
    expect(intent("2", offered)).toEqual({ do: "accept", at: 1 });
    expect(intent("3", offered)?.do).not.toBe("accept");
    expect(intent("1", onSpan)?.do).not.toBe("accept");
  });

  test("0 links to a new entity where the span has none", () => {
    expect(intent("0", { ...onSpan, canLink: true })).toEqual({ do: "command", id: "entity.new" });
    expect(intent("0", onSpan)).toBeNull();
  });
});

describe("commands in the text", () => {
  test("go from span to span, list the labels and step back at any time", () => {
    expect(intent("]", nothing)).toEqual({ do: "command", id: "span.next" });
    expect(intent("[", nothing)).toEqual({ do: "command", id: "span.previous" });
    expect(intent(" ", selected)).toEqual({ do: "command", id: "span.label" });
    expect(intent("Escape", selected)).toEqual({ do: "command", id: "text.focus" });
  });

  test("say the result with the sign that reports have", () => {
    expect(intent("+", onSpan)).toEqual({ do: "command", id: "entity.positive" });
    expect(intent("-", onSpan)).toEqual({ do: "command", id: "entity.negative" });
    expect(intent("+", nothing)).toBeNull();
  });

  test("edit and remove the span at the caret, but not while words are selected", () => {
    expect(intent("Enter", onSpan)).toEqual({ do: "command", id: "span.edit" });
    expect(intent("Backspace", onSpan)).toEqual({ do: "command", id: "span.remove" });
    expect(intent("Delete", { ...onSpan, hasSelection: true })).toBeNull();
  });
});
