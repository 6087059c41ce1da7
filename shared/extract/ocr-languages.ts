/** Languages that scanned pages can be read in, as ISO 639-2 and the recogniser's data call them. */
export const ocrLanguages = ["eng", "deu", "fra", "spa"] as const;
export type OcrLanguage = (typeof ocrLanguages)[number];

/** The languages' names for people. */
export const ocrLanguageNames: Readonly<Record<OcrLanguage, string>> = {
  eng: "English",
  deu: "German",
  fra: "French",
  spa: "Spanish",
};
