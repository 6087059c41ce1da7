import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The page: the same files for the desktop window and for the browser host. */
export default defineConfig({
  root: at("renderer"),
  base: "/",
  plugins: [react()],
  build: {
    outDir: at("out/page"),
    emptyOutDir: true,
    // Electron 45 and any browser of this year; nothing has to be rewritten for older ones.
    target: "chrome146",
    // Nothing is inlined as data: the content security policy allows only files of our own.
    assetsInlineLimit: 0,
    // The page is read from disk, so its size is no matter of a network.
    chunkSizeWarningLimit: 4096,
    reportCompressedSize: false,
  },
});
