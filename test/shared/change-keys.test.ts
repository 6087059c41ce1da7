import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  holderOf,
  knownKeys,
  takingKey,
  whyNotAKey,
  withKey,
  withoutChoice,
} from "../../shared/change-keys.ts";
import { type ChosenKeys, commandFor, commandIds, keysOf } from "../../shared/commands.ts";
import { combinationOf, matchesKey } from "../../shared/keys.ts";
import { press } from "./press.ts";

describe("what was pressed", () => {
  test("is written as the table writes it", () => {
    expect(combinationOf(press("z", { ctrlKey: true }), "other")).toBe("Mod+Z");
    expect(combinationOf(press("Z", { metaKey: true, shiftKey: true }), "mac")).toBe("Mod+Shift+Z");
    expect(combinationOf(press("?", { shiftKey: true }), "other")).toBe("?");
    expect(combinationOf(press(" "), "other")).toBe("Space");
    expect(combinationOf(press("F6", { shiftKey: true }), "other")).toBe("Shift+F6");
    expect(combinationOf(press("я", { ctrlKey: true, code: "KeyZ" }), "other")).toBe("Mod+Z");
    expect(combinationOf(press("Control", { ctrlKey: true }), "other")).toBeNull();
  });

  test("is found again by the combination that was written of it", () => {
    const keys = ["a", "Z", "5", "+", "?", "[", " ", "Enter", "F3", "ArrowUp", "я", "å"];
    const presses = fc.record({
      key: fc.constantFrom(...keys),
      code: fc.constantFrom("KeyA", "KeyZ", "Digit5", "Space", "F3"),
      ctrlKey: fc.boolean(),
      metaKey: fc.boolean(),
      altKey: fc.boolean(),
      shiftKey: fc.boolean(),
    });
    fc.assert(
      fc.property(presses, fc.constantFrom("mac", "other"), (pressed, platform) => {
        const combination = combinationOf(pressed, platform);
        if (combination === null) return;
        expect(matchesKey(pressed, combination, platform)).toBe(true);
      }),
    );
  });
});

describe("changing keys", () => {
  test("a command has the key that was chosen, and the table's no more", () => {
    const chosen = withKey({}, "span.edit", "F10", "other");
    expect(commandFor(press("F10"), "other", commandIds, chosen)).toBe("span.edit");
    expect(commandFor(press("Enter"), "other", commandIds, chosen)).toBeNull();
  });

  test("what belongs to labels, suggestions and the caret is refused with a sentence", () => {
    const why = (key: string) => whyNotAKey(key, "span.edit");
    expect(why("M")).toBe("Letters mark text: they belong to the labels of the scheme.");
    expect(whyNotAKey("M", "difference.none")).toBeNull();
    expect(why("3")).toBe("The digits choose among what is suggested.");
    expect(why("Shift+ArrowUp")).toBe("This key moves the caret.");
    expect(["Mod+M", "F10", ";", "Alt+ArrowUp", "Mod+Shift+3"].map(why)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  test("a key that another command has is told, also one that extends a selection", () => {
    expect(holderOf("Delete", "span.edit", "other", {})).toBe("span.remove");
    expect(holderOf("Mod+Shift+ArrowRight", "span.edit", "other", {})).toBe("move.nextWord");
    expect(holderOf("Mod+Z", "undo", "other", {})).toBeNull();
  });

  test("two commands swap keys, or the other one keeps what else it has", () => {
    const swap = takingKey({}, "export", "Mod+I", { holder: "import.files", how: "swap" }, "other");
    expect(swap).toEqual({ export: ["Mod+I"], "import.files": ["Mod+E"] });
    const clear = takingKey(
      {},
      "export",
      "Delete",
      { holder: "span.remove", how: "clear" },
      "other",
    );
    expect(clear).toEqual({ export: ["Delete"], "span.remove": ["Backspace"] });
  });

  test("a command that gets its own key back takes it from whoever has it", () => {
    const swapped = { export: ["Mod+I"], "import.files": ["Mod+E"] };
    expect(withoutChoice(swapped, "export", "other")).toEqual({ "import.files": [] });
  });

  test("giving a command the key it has in the table is no choice", () => {
    expect(withKey({ undo: ["F10"] }, "undo", "Mod+Z", "other")).toEqual({});
  });

  test("commands that there are not any more are passed over", () => {
    expect(knownKeys({ undo: ["F10"], "undo.all": ["F11"] })).toEqual({ undo: ["F10"] });
  });

  test("whatever is chosen, no key does two things", () => {
    const step = fc.record({
      id: fc.constantFrom(...commandIds),
      key: fc.constantFrom("F10", "Mod+Z", "Mod+I", "Delete", "Enter", "[", ";", "Mod+Shift+Y"),
      how: fc.constantFrom("swap" as const, "clear" as const),
      isReset: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let chosen: ChosenKeys = {};
        for (const { id, key, how, isReset } of steps) {
          const holder = holderOf(key, id, "other", chosen);
          if (isReset) chosen = withoutChoice(chosen, id, "other");
          else if (holder) chosen = takingKey(chosen, id, key, { holder, how }, "other");
          else chosen = withKey(chosen, id, key, "other");
        }
        const keys = commandIds.flatMap((id) => keysOf(id, "other", chosen));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
