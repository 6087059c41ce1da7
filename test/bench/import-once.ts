import { writeSync } from "node:fs";
import { dispatch } from "../../electron/api/dispatch.ts";
import { closeSession, openSessionOnce } from "../../electron/api/session.ts";
import type { Reply } from "../../shared/errors.ts";
import type { Staged } from "../../shared/staged.ts";

// A process of its own, so that its peak of memory is that of one import.
const [project = "", folder = ""] = process.argv.slice(2);
const session = openSessionOnce(project, "Ana");
let told = 0;
const progress = () => {
  told += 1;
};
const context = { session, signal: new AbortController().signal, progress };
const begin = performance.now();
const tickets = [session.tickets.issue([folder])];
// The contract says so of import.stage.
const staged = (await dispatch(context, "import.stage", { tickets })) as Reply<Staged>;
if (!staged.ok) throw new Error(staged.message);
const { stage, reports, spans } = staged.value;
const finished = await dispatch(context, "import.finish", { stage });
if (!finished.ok) throw new Error(finished.message);
const milliseconds = performance.now() - begin;
closeSession(session);
const megabytes = process.resourceUsage().maxRSS / 1024;
writeSync(1, JSON.stringify({ milliseconds, megabytes, reports, spans, told }));
