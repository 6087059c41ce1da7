import type { Rule } from "./candidate.ts";
import { begin, byPattern, byReading, gapOrLine } from "./patterns.ts";

const sign = "(?:[ .]{0,2}(?:n[º°o]\\.?|nr\\.?|no\\.?|num\\.?|number|nummer|numéro|número|#|id))?";
const label = [
  "MRN|SSN|NHS|PIN|UHID|accession|record|medical record|case|specimen|patient id|patient|sample|lab|visit|encounter|policy|member|account|insurance|social security|licen[cs]e|passport|block|slide",
  "patienten[- ]?(?:id|nummer|nr)|fall(?:nummer|[- ]?nr|-id)|journal[- ]?(?:nummer|nr)|eingangs[- ]?(?:nummer|nr)|befund[- ]?(?:nummer|nr)|histologie[- ]?(?:nummer|nr)?|versicherten[- ]?(?:nummer|nr)|versicherungs[- ]?(?:nummer|nr)|aufnahme[- ]?(?:nummer|nr)|proben?[- ]?(?:nummer|nr)|personalausweis|iban|lanr|bsnr|pid",
  "IPP|NIP|NIR|NDA|IEP|RPPS|FINESS|ADELI|dossier|prélèvement|examen|sécurité sociale|matricule",
  "NHC|NASS|NUSS|CIPA?|SIP|DNI|NIF|NIE|CIAS|e\\.?-?nr|eing\\.?-?nr|biopsie|episodio|expediente|historia(?: clínica)?|hc|biopsia|muestra|colegiado|seguridad social|tarjeta sanitaria|tsi|pasaporte|petición|n[º°]\\.? ?col(?:egiado)?|núm\\.? ?col(?:egiado)?|col(?:egiado)?\\.? n[º°]",
].join("|");
/** Digits, with letters in front and signs between; at least three digits in all. */
const value = "(?:[A-Z]{1,4}[ .\\-/]?)?\\d(?:[ .\\-/]?[\\dA-Z]){2,20}(?:[\\-/]?[A-Z])?";

/** Labels are read in any letters, numbers only with large ones: "historia de 14 meses" has none. */
const labelled = new RegExp(
  `${begin}(?:${label})(?:${sign}${gapOrLine}[:#]{1,2}${gapOrLine}(?:n[º°o]\\.? ?)?|[ .]{0,2}(?:n[º°]|nr|no|num|number|nummer|numéro|número|id|#)[.: ]{1,3}|\\.?[ ]|-)`,
  "giu",
);
const valueHere = new RegExp(
  `${value}(?![\\p{L}\\d])(?![.,]\\d|[ ]?(?:mg|ml|mm|cm|%|years|patients|cases|Jahre|ans|años|pacientes))`,
  "uy",
);

export const numberRules: readonly Rule[] = [
  byReading("number", "number after a label", labelled, (text, at) => {
    valueHere.lastIndex = at;
    return valueHere.test(text) ? valueHere.lastIndex : null;
  }),
  byPattern(
    "number",
    "number after its sign",
    /(?<head>(?<![\p{L}\p{N}])(?:[Nn][°º]|[Nn]r\.|[Nn]o\.|[Rr][ée]f\.)[ :]{0,2})(?:[A-Z]{1,3}[-/ ]?)?\d{2,8}[-/][\dA-Z]{1,8}(?:[-/][\dA-Z]{1,8}){0,2}(?![\p{L}\d])/gu,
  ),
  byPattern(
    "number",
    "accession number by its form",
    new RegExp(
      `${begin}(?!LN)(?:[A-Z]{1,3}[-. ]?(?:19|20)?\\d\\d[-/. ]\\d{3,8}|[A-Z]{1,2}[-./ ]?\\d{3,7}[-/](?:(?:19|20)?\\d\\d)|[A-Z]\\.?\\d{3,7}/\\d\\d)(?![\\p{L}\\p{N}]|[.,]\\d)`,
      "gu",
    ),
  ),
  byPattern(
    "number",
    "identity number by its form",
    new RegExp(
      `${begin}(?:\\d{3}-\\d{2}-\\d{4}|\\d{8}[- ]?[A-HJ-NP-TV-Z]|[XYZ]-?\\d{7}-?[A-Z]|\\d{2}[ /]\\d{8}[ /]\\d{2}|[12] \\d\\d (?:0\\d|1[0-2]) \\d[\\dAB] \\d{3} \\d{3}(?: \\d\\d)?|[A-Z]{2}\\d{2}(?: ?\\d{4}){3,7}|[A-Z]\\d{9})(?![\\p{L}\\p{N}]|[.,]\\d)`,
      "gu",
    ),
  ),
  byPattern(
    "number",
    "long number",
    /(?<![\p{L}\p{N}]|[\d][.,/-]|[A-Z]-|:)\d{7,20}(?![\p{L}\p{N}]|[.,]\d|[ ]?(?:cop|UI|IU|U\/|cells|x|×)|\/)/gu,
  ),
];
