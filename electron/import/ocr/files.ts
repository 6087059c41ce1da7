import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What reading pictures needs besides our code: where it lies among the npm packages, by the name it
 * has beside this module in the packed app. Nothing else is loaded, and nothing is ever fetched.
 */
export const ocrFiles = {
  "core.cjs": "tesseract.js-core/tesseract-core-simd-lstm.js",
  "core.wasm": "tesseract.js-core/tesseract-core-simd-lstm.wasm",
  "eng.traineddata.gz": "@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz",
  "deu.traineddata.gz": "@tesseract.js-data/deu/4.0.0_best_int/deu.traineddata.gz",
  "fra.traineddata.gz": "@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz",
  "spa.traineddata.gz": "@tesseract.js-data/spa/4.0.0_best_int/spa.traineddata.gz",
  "jbig2.wasm": "pdfjs-dist/wasm/jbig2.wasm",
  "openjpeg.wasm": "pdfjs-dist/wasm/openjpeg.wasm",
  LICENSE_TESSERACT: "tesseract.js-core/LICENSE",
  LICENSE_JBIG2: "pdfjs-dist/wasm/LICENSE_JBIG2",
  LICENSE_PDFJS_JBIG2: "pdfjs-dist/wasm/LICENSE_PDFJS_JBIG2",
  LICENSE_OPENJPEG: "pdfjs-dist/wasm/LICENSE_OPENJPEG",
  LICENSE_PDFJS_OPENJPEG: "pdfjs-dist/wasm/LICENSE_PDFJS_OPENJPEG",
} as const;

const fromPackages = createRequire(import.meta.url);

/** Where one of them lies on this disk: in its package, or in the packed app beside this module. */
export function ocrFile(name: keyof typeof ocrFiles): string {
  if (import.meta.url.endsWith(".ts")) return fromPackages.resolve(ocrFiles[name]);
  return fileURLToPath(new URL(`./${name}`, import.meta.url));
}

/** The folder, with a slash at its end, in which pdf.js finds its decoders of pictures. */
export const decoderFolder = (): string => `${dirname(ocrFile("jbig2.wasm"))}/`;
