import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { VirtualGrid } from "../../../renderer/look/virtual-grid.tsx";

const rows = Array.from({ length: 500 }, (_, at) => ({ id: `row ${at}` }));
const columns = [{ title: "Name", least: 100, cell: ({ id }: { id: string }) => id }];

/** A grid as it is first drawn, its first 60 rows in view, with the keyboard at this row. */
function drawn(at: number): string {
  return renderToStaticMarkup(
    createElement(VirtualGrid<{ id: string }>, {
      label: "Rows",
      columns,
      rows,
      total: rows.length,
      textOf: ({ id }) => id,
      selection: { at, anchor: at, chosen: new Set<string>() },
      onSelect: () => {},
      onOpen: () => {},
    }),
  );
}

const pointedAt = (html: string) => /aria-activedescendant="([^"]*)"/.exec(html)?.[1];

test("a grid points at the row of the keyboard, and at none where that is scrolled away", () => {
  const near = drawn(59);
  expect(pointedAt(near)).toMatch(/-59$/);
  expect(near).toContain(`id="${pointedAt(near)}"`);
  expect(pointedAt(drawn(60))).toBeUndefined();
  expect(pointedAt(drawn(499))).toBeUndefined();
});
