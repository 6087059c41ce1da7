import { writeFile } from "node:fs/promises";
import { benchEditor } from "./bench-editor.ts";

const [out = "", runs = "5"] = process.argv.slice(2);
const rows = await benchEditor(Number(runs));
for (const { name, contender, value, unit, ratio } of rows)
  console.log(`${String(ratio).padStart(7)} x  ${name}, ${contender}: ${value} ${unit}`);
if (out !== "") await writeFile(out, `${JSON.stringify(rows, null, 2)}\n`);
