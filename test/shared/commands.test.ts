import { describe, expect, test } from "vitest";
import {
  commandFor,
  commandIds,
  commands,
  isOfReview,
  keyOf,
  menuAccelerator,
  reservedKeys,
} from "../../shared/commands.ts";
import { matchesKey, plainKey } from "../../shared/keys.ts";
import { press } from "./press.ts";

describe("keys", () => {
  test("Mod is Cmd on a Mac and Ctrl elsewhere", () => {
    expect(matchesKey(press("z", { metaKey: true }), "Mod+Z", "mac")).toBe(true);
    expect(matchesKey(press("z", { ctrlKey: true }), "Mod+Z", "mac")).toBe(false);
    expect(matchesKey(press("z", { ctrlKey: true }), "Mod+Z", "other")).toBe(true);
    expect(matchesKey(press("Z", { ctrlKey: true, shiftKey: true }), "Mod+Z", "other")).toBe(false);
  });

  test("letters are found on keyboards of other scripts", () => {
    const russian = press("я", { ctrlKey: true, code: "KeyZ" });
    expect(matchesKey(russian, "Mod+Z", "other")).toBe(true);
  });

  test("brackets typed with AltGr or Option are brackets", () => {
    expect(matchesKey(press("]", { ctrlKey: true, altKey: true }), "]", "other")).toBe(true);
    expect(matchesKey(press("]", { altKey: true }), "]", "mac")).toBe(true);
    expect(matchesKey(press("]", { ctrlKey: true }), "]", "other")).toBe(false);
  });

  test("a plain key is one character without a chord", () => {
    expect(plainKey(press("d"), "other")).toBe("d");
    expect(plainKey(press("D", { shiftKey: true }), "other")).toBe("D");
    expect(plainKey(press("d", { ctrlKey: true }), "other")).toBeNull();
    expect(plainKey(press("Enter"), "other")).toBeNull();
  });
});

describe("commands", () => {
  test.each(["mac", "other"] as const)(
    "no key does two things, and every command has one, on %s",
    (platform) => {
      const keys = commandIds.flatMap((id) => [...commands[id].keys[platform]]);
      expect(new Set(keys).size).toBe(keys.length);
      expect(commandIds.filter((id) => keyOf(id, platform) === "")).toEqual([]);
    },
  );

  test("none takes a letter that a label may want, but where nothing is marked", () => {
    const marking = commandIds.filter((id) => !isOfReview(id));
    const plain = marking.flatMap((id) => commands[id].keys.other).filter((k) => k.length === 1);
    expect(plain.filter((key) => !reservedKeys.includes(key))).toEqual([]);
    expect(reservedKeys.filter((key) => /[a-z]/i.test(key))).toEqual([]);
  });

  test("a press is looked up among what can be done here", () => {
    const undo = press("z", { ctrlKey: true });
    expect(commandFor(undo, "other", ["redo", "undo"])).toBe("undo");
    expect(commandFor(undo, "other", ["redo"])).toBeNull();
    expect(commandFor(press("y", { ctrlKey: true }), "other", commandIds)).toBe("redo");
    expect(commandFor(press(" "), "other", commandIds)).toBe("span.label");
  });

  test("the first key is the one to show", () => {
    expect(keyOf("redo", "mac")).toBe("Mod+Shift+Z");
  });

  test("menus show chords and leave plain keys to the text", () => {
    expect(menuAccelerator("undo", "mac")).toBe("CommandOrControl+Z");
    expect(menuAccelerator("report.next", "other")).toBe("Alt+PageDown");
    expect(menuAccelerator("span.remove", "other")).toBeNull();
    expect(menuAccelerator("move.nextWord", "other")).toBeNull();
  });
});
