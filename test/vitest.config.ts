import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { isStray } from "../electron/import/stray-rejections.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// better-sqlite3 is built for newer ones; an old one would end the process without a word.
if (Number(process.versions.node.split(".")[0]) < 22)
  throw new Error(`The tests need Node 22 or newer, and this is ${process.version}: use npm test.`);

// What they test keeps nothing between calls, so that their files need no process of their own.
const stateless = ["test/shared/**/*.test.ts", "test/store/**/*.test.ts", "test/look/*.test.ts"];

export default defineConfig({
  root: at(".."),
  test: {
    projects: [
      { extends: true, test: { name: "stateless", include: stateless, isolate: false } },
      {
        extends: true,
        test: {
          name: "apart",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...stateless, "test/end-to-end/**"],
        },
      },
    ],
    // Vitest would leave one core free for who watches it.
    maxWorkers: availableParallelism(),
    // Real files, processes and browsers, on machines that do other things as well.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The thread that reads files outlives them, and so do the tests that read without it.
    onUnhandledError: (error) => !isStray(error),
    // The real one would fetch its binary when it is imported.
    alias: { electron: at("hosts/desktop/electron-stand-in.ts") },
  },
});
