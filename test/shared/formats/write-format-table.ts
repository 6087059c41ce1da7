import { readFileSync, writeFileSync } from "node:fs";
import { formatTable, inReadme, tableRows } from "./format-table.ts";

/* Writes the README's table of formats anew: npm run format-table */

const readme = new URL("../../../README.md", import.meta.url);
const text = readFileSync(readme, "utf8");
writeFileSync(
  readme,
  text.replace(inReadme, () => formatTable(tableRows())),
);
