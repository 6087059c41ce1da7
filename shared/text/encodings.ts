/** What the bytes of a text file were taken for. */
export interface EncodingGuess {
  /** By its name in the Encoding Standard; also utf-32le, utf-32be, cesu-8, ibm437 and ibm850. */
  name: string;
  /** From 0 to 1; 1 where the bytes leave no doubt, or a person chose. */
  confidence: number;
  isChosen: boolean;
  /** What else it could be, the likeliest first, each with the first words that it would make others. */
  alternatives: { encoding: string; sample: string }[];
}

/** Every encoding that a person can choose, with what it is called; in the order of the list. */
export const encodings = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "utf-32le": "UTF-32 LE",
  "utf-32be": "UTF-32 BE",
  "cesu-8": "CESU-8",
  "windows-1252": "Windows-1252, Western",
  "windows-1250": "Windows-1250, Central European",
  "windows-1251": "Windows-1251, Cyrillic",
  "windows-1253": "Windows-1253, Greek",
  "windows-1254": "Windows-1254, Turkish",
  "windows-1255": "Windows-1255, Hebrew",
  "windows-1256": "Windows-1256, Arabic",
  "windows-1257": "Windows-1257, Baltic",
  "windows-1258": "Windows-1258, Vietnamese",
  "windows-874": "Windows-874, Thai",
  "iso-8859-2": "ISO-8859-2, Central European",
  "iso-8859-3": "ISO-8859-3, South European",
  "iso-8859-4": "ISO-8859-4, Baltic",
  "iso-8859-5": "ISO-8859-5, Cyrillic",
  "iso-8859-6": "ISO-8859-6, Arabic",
  "iso-8859-7": "ISO-8859-7, Greek",
  "iso-8859-8": "ISO-8859-8, Hebrew",
  "iso-8859-10": "ISO-8859-10, Nordic",
  "iso-8859-13": "ISO-8859-13, Baltic",
  "iso-8859-14": "ISO-8859-14, Celtic",
  "iso-8859-15": "ISO-8859-15, Western",
  "iso-8859-16": "ISO-8859-16, Romanian",
  "koi8-r": "KOI8-R, Russian",
  "koi8-u": "KOI8-U, Ukrainian",
  ibm437: "CP437, DOS",
  ibm850: "CP850, DOS Western",
  ibm866: "CP866, DOS Cyrillic",
  macintosh: "Mac Roman",
  "x-mac-cyrillic": "Mac Cyrillic",
  shift_jis: "Shift_JIS, Japanese",
  "euc-jp": "EUC-JP, Japanese",
  "iso-2022-jp": "ISO-2022-JP, Japanese",
  "euc-kr": "EUC-KR, Korean",
  gb18030: "GB18030, Simplified Chinese",
  big5: "Big5, Traditional Chinese",
} as const satisfies Record<string, string>;

/** An encoding as people call it. */
export function encodingWords(name: string): string {
  return Object.entries(encodings).find(([known]) => known === name)?.[1] ?? name;
}
