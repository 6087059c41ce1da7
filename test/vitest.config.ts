import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// better-sqlite3 is built for newer ones; an old one would end the process without a word.
if (Number(process.versions.node.split(".")[0]) < 22)
  throw new Error(`The tests need Node 22 or newer, and this is ${process.version}: use npm test.`);

export default defineConfig({
  root: at(".."),
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/end-to-end/**"],
    // Real files, processes and browsers, on machines that do other things as well.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The real one would fetch its binary when it is imported.
    alias: { electron: at("hosts/desktop/electron-stand-in.ts") },
  },
});
