import { report } from "../row.ts";
import { benchEditor } from "./bench-editor.ts";

const [out, runs = "5", largest = "Infinity"] = process.argv.slice(2);
await report(await benchEditor(Number(runs), Number(largest)), out === "-" ? undefined : out);
