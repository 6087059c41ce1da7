import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What pdf.js fetches when a file needs it, with its licences: below /pdf/, from which folder of it. */
const pdfFolders = {
  cmaps: { folder: "cmaps", files: /\.bcmap$|^LICENSE/ },
  fonts: { folder: "standard_fonts", files: /\.(pfb|ttf)$|^LICENSE/ },
  codecs: { folder: "wasm", files: /_nowasm_fallback\.js$|^LICENSE_\w*(JBIG2|OPENJPEG)$/ },
};

/** Puts the fonts, character maps and picture decoders of pdf.js beside the page, as they are. */
function pdfFiles(): Plugin {
  return {
    name: "pdf-files",
    generateBundle() {
      for (const [place, { folder, files }] of Object.entries(pdfFolders)) {
        const from = at(`node_modules/pdfjs-dist/${folder}`);
        for (const name of readdirSync(from).filter((file) => files.test(file))) {
          const source = readFileSync(join(from, name));
          this.emitFile({ type: "asset", fileName: `pdf/${place}/${name}`, source });
        }
      }
    },
  };
}

/** The page: the same files for the desktop window and for the browser host. */
export default defineConfig({
  root: at("renderer"),
  base: "/",
  plugins: [react(), pdfFiles()],
  worker: { format: "es" },
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
