import { createHash } from "node:crypto";
import type { Cell } from "../../../shared/formats/tables/table.ts";
import { createChunks } from "./chunks.ts";

/** The number of rows, and a sum of all their cells in order: equal for equal rows, without keeping them. */
export interface RowSum {
  add(cells: readonly Cell[]): void;
  result(): { rows: number; sum: string };
}

export function createRowSum(): RowSum {
  const hash = createHash("sha256");
  const chunks = createChunks((text) => void hash.update(text));
  let rows = 0;
  return {
    add(cells) {
      rows += 1;
      chunks.add(`${JSON.stringify(cells)}\n`);
    },
    result() {
      chunks.end();
      return { rows, sum: hash.digest("hex") };
    },
  };
}
