import { expect, test } from "vitest";
import { nextMark } from "../../../../renderer/review/agreement/next-mark.ts";

/** Marks named by their letters, in rows of squares; a dot is no mark. */
function marksOf(...rows: string[]) {
  return rows.flatMap((row, y) =>
    [...row].flatMap((id, x) =>
      id === "." ? [] : [{ id, x: x * 10, y: y * 10, width: 10, height: 10 }],
    ),
  );
}

const marks = marksOf("ab.", ".cd", "e..");

function from(id: string, key: string): string | undefined {
  const mark = marks.find((one) => one.id === id);
  if (!mark) throw new Error(`no mark ${id}`);
  return nextMark(marks, mark, key)?.id;
}

test("arrows go to what lies that way, straight ahead first", () => {
  expect(from("a", "ArrowRight")).toBe("b");
  expect(from("b", "ArrowDown")).toBe("c");
  expect(from("c", "ArrowRight")).toBe("d");
  expect(from("a", "ArrowDown")).toBe("e");
  expect(from("d", "ArrowUp")).toBe("b");
  expect(from("e", "ArrowUp")).toBe("a");
});

test("Home and End go to the ends, and nothing lies beyond the edge", () => {
  expect(from("c", "Home")).toBe("a");
  expect(from("c", "End")).toBe("e");
  expect(from("a", "ArrowLeft")).toBeUndefined();
  expect(from("a", "x")).toBeUndefined();
});
