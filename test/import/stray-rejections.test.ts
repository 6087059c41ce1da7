import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

const guard = new URL("../../electron/import/stray-rejections.ts", import.meta.url).href;

/** What a thread says in which a promise fails that nobody waits for; or what ended it. */
async function afterRejection(error: string): Promise<string> {
  const worker = new Worker(
    `import("${guard}").then(({ outliveStrayRejections }) => {
       outliveStrayRejections();
       Promise.reject(Object.assign(new Error("lost"), ${error}));
       setTimeout(() => require("node:worker_threads").parentPort.postMessage("goes on"), 50);
     });`,
    { eval: true },
  );
  const ended = once(worker, "error").then(([cause]) => `ended: ${cause.message}`);
  const said = await Promise.race([once(worker, "message").then(String), ended]);
  await worker.terminate();
  return said;
}

test("what pdf.js leaves behind does not end the reading of a file", async () => {
  expect(await afterRejection('{ name: "ParserEOFException" }')).toBe("goes on");
  expect(await afterRejection('{ stack: "at Parser (pdf.worker.mjs:1:1)" }')).toBe("goes on");
});

test("a fault of ours does", async () => {
  expect(await afterRejection('{ name: "TypeError" }')).toBe("ended: lost");
});
