import type { Rule } from "./candidate.ts";
import { byPattern } from "./patterns.ts";

const host = "(?:[\\p{L}\\d](?:[\\p{L}\\d\\-]{0,62})\\.){1,5}[\\p{L}]{2,12}";

const atSign = new RegExp(
  `(?<=(?<before>(?<![\\p{L}\\d._%+\\-])[\\p{L}\\d][\\p{L}\\d._%+\\-]{0,63} ?))@ ?${host}(?![\\p{L}\\d])`,
  "gu",
);

export const mailRules: readonly Rule[] = [
  {
    kind: "mail",
    name: "mail address",
    // Looked for from its sign on, which hardly any text has.
    find: (text) =>
      Array.from(text.matchAll(atSign)).map(({ index, 0: behind, groups }) => ({
        start: index - (groups?.before?.length ?? 0),
        end: index + behind.length,
      })),
  },
  byPattern(
    "mail",
    "web address",
    /(?<![\p{L}\d.@])(?:(?:https?:\/\/|www\.)[^\s<>"'()[\]{}]{3,200}(?<![.,;:!?])|[a-z\d][a-z\d-]{2,40}\.(?:com|org|net|edu|gov|eu|info|co\.uk)(?![\p{L}\d]|\.[\p{L}\d]))/giu,
  ),
  byPattern(
    "mail",
    "network address",
    /(?<![\p{L}\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\p{L}\d]|\.\d)/gu,
  ),
];
