import { writeSync } from "node:fs";
import { dispatch } from "../../electron/api/dispatch.ts";
import { openSessionOnce } from "../../electron/api/session.ts";

// A second process: rewrites all markers of a project and says so once it is in the midst.
const [file = ""] = process.argv.slice(2);
const session = openSessionOnce(file, "Ana");
const progress = () => writeSync(1, "rewriting\n");
const subject = { list: "labels", of: null, name: "marker" };
const input = { changes: [{ do: "rename", subject, to: "antibody" }] };
const context = { session, signal: new AbortController().signal, progress };
const reply = await dispatch(context, "scheme.rewrite", input);
if (!reply.ok) throw new Error(reply.message);
// Until it is killed.
setInterval(() => {}, 1000);
