import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { OcrLanguage } from "../../../shared/extract/ocr-languages.ts";
import { ocrFile } from "./files.ts";
import type { GreyPicture } from "./grey.ts";

/** Finds the words on pictures in one language. */
export interface Recogniser {
  language: OcrLanguage;
  /** What stands on a picture, as Tesseract's JSON; takes seconds, in which the thread does nothing else. */
  recognise(picture: GreyPicture, dotsPerInch: number): unknown;
}

/** The part of Tesseract's interface that is used here. */
interface Tesseract {
  FS: { writeFile(path: string, content: Uint8Array): void };
  TessBaseAPI: new () => {
    /** Answers 0 when the language's data is there and sound. */
    Init(folder: null, language: string, engine: number): number;
    SetPageSegMode(mode: number): void;
    SetVariable(name: string, value: string): boolean;
    /** Takes the picture from /input; answers 0 when it can be read. */
    SetImageFile(angle: number, isEnlarged: boolean): number;
    /** Answers 0 when all went well. */
    Recognize(monitor: null): number;
    GetJSONText(page: number): string;
    Clear(): void;
  };
}
type StartTesseract = (settings: {
  wasmBinary: Uint8Array;
  print(line: string): void;
  printErr(line: string): void;
}) => Promise<Tesseract>;

/** Tesseract's number for its neural network alone, which is all that this build of it has. */
const neuralNetwork = 1;
/** Its number for finding columns and blocks by itself, upright ones. */
const wholePage = 3;

let started: Promise<Recogniser> | null = null;
let startedLanguage: OcrLanguage | null = null;

/** The recogniser for a language; the last one is kept for as long as the thread lives. */
export function recogniserFor(language: OcrLanguage): Promise<Recogniser> {
  if (started === null || startedLanguage !== language) started = start(language);
  startedLanguage = language;
  return started;
}

/** Has the next call start anew. */
export function forgetRecogniser(): void {
  started = null;
}

async function start(language: OcrLanguage): Promise<Recogniser> {
  const tesseract = await startTesseract();
  const packed = await readFile(ocrFile(`${language}.traineddata.gz`));
  tesseract.FS.writeFile(`${language}.traineddata`, await promisify(gunzip)(packed));
  const api = new tesseract.TessBaseAPI();
  if (api.Init(null, language, neuralNetwork) !== 0)
    throw new Error(`Tesseract does not take its own data of "${language}"`);
  api.SetPageSegMode(wholePage);
  return {
    language,
    recognise(picture, dotsPerInch) {
      tesseract.FS.writeFile("/input", asPgm(picture));
      if (api.SetImageFile(0, false) !== 0) throw new Error("Tesseract does not take the picture");
      api.SetVariable("user_defined_dpi", String(Math.round(dotsPerInch)));
      if (api.Recognize(null) !== 0) throw new Error("Tesseract failed at the picture");
      const found: unknown = JSON.parse(api.GetJSONText(0));
      api.Clear();
      return found;
    },
  };
}

async function startTesseract(): Promise<Tesseract> {
  // A script of its own, which looks for __dirname and so cannot be bundled. Its type is the one above.
  const startCore = createRequire(import.meta.url)(ocrFile("core.cjs")) as StartTesseract;
  const wasmBinary = await readFile(ocrFile("core.wasm"));
  // It tells of its own doubts there, page by page; what matters comes back as a value.
  return startCore({ wasmBinary, print: () => {}, printErr: () => {} });
}

/** The simplest of picture files: a line of text, then a byte a dot. */
function asPgm({ width, height, dots }: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + dots.length);
  file.set(head);
  file.set(dots, head.length);
  return file;
}
