import { fullName } from "../known-names.ts";
import { formOf } from "../name-form.ts";
import { isStopCode } from "./stop-codes.ts";

/** Names in words; those that no rule of letters would tell from other words. */
const inWords = [
  "(?:alpha[- ]|α-?)?smooth[- ]muscle(?:[- ]specific)?[- ]actin",
  "muscle[- ]specific[- ]actin",
  "(?:sarcomeric |muscle )?actin",
  "epithelial membrane antigen",
  "(?:polyclonal )?carcinoembryonic antigen",
  "prostate[- ]specific (?:membrane )?antigen",
  "(?:leu[ck]ocyte )?common (?:leu[ck]ocyte )?antigen",
  "glial fibrillary acid(?:ic)? protein",
  "neuron[- ]specific enolase",
  "thyroid transcription factor(?:[- ]1)?",
  "renal cell carcinoma (?:antigen|marker)",
  "RCC (?:antigen|marker)",
  "gross cystic disease fluid protein(?:[- ]15)?",
  "(?:human )?epidermal growth factor receptor(?: 2)?",
  "vascular endothelial growth factor(?: receptor)?(?:[- ]2)?",
  "anaplastic lymphoma kinase",
  "Friend leuk[a]?emia virus integration 1",
  "(?:human )?melanoma black 45",
  "(?:low|high)[- ]molecular[- ]weight (?:cyto)?keratins?",
  "(?:pan[- ]?)?(?:cyto)?keratins?(?: cocktail)?(?: AE1/(?:AE)?3| ?\\d{1,2}(?:/\\d{1,2})*)?",
  "(?:o?estrogen|progesterone|androgen|somatostatin)(?:[- ]receptors?)?(?:[- ]?(?:alpha|α|2A?))?",
  "von Willebrand factor|factor (?:VIII|XIII ?a)(?:[- ]related antigen)?",
  "chromogranin(?:[- ]?A\\b)?|napsin[- ]?A?\\b|cyclin[- ]D1|granzyme[- ]B|annexin[- ]A?\\d+",
  "(?:beta|β|𝛽)[- ]?(?:catenin|hCG)|E[- ]cadherin|h[- ]caldesmon|(?:alpha|α)[- ](?:fetoprotein|inhibin|1[- ]antitrypsin)",
  "(?:alpha|α)[- ]?foetoprotein|human chorionic gonadotrop(?:h)?in|placental alkaline phosphatase",
  "hepatocyte (?:paraffin|antigen)(?: 1)?|parathyroid hormone|growth hormone|adrenocorticotropic hormone",
  "prolactin|insulin|glucagon|gastrin|somatostatin|serotonin|calcitonin|thyroglobulin|oxytocin",
  "c-?kit|c-?myc|c-?Met|bcl[- ]?\\d|melan[- ]?A|pan[- ]?mel(?:anoma)?|Oct[- ]?(?:3/)?4|syn\\b",
  "mismatch repair proteins|creatine kinase|lysozyme|myeloperoxidase|tryptase|microphthalmia transcription factor",
  "inhibin|villin|nestin|langerin|fascin|titin|mucin|vimentin|desmin|brachyury|glypican[- ]?3|arginase[- ]?1?|claudin[- ]?\\d*|synuclein|neurofilaments?|ubiquitin|tau\\b|perforin",
  "kappa(?: light chains?)?|lambda(?: light chains?)?|immunoglobulin(?: light chains?)?|EBV[- ]encoded RNA",
];

/** Proteins by their endings: vimentin, desmin, calretinin, peroxidase, mammaglobin. */
const byEnding =
  "(?!(?:with|prote|orig|marg|rema|conta|cous|rais|res|bas|obta|expla|susta|cert|sk|th|with)in\\b)[a-z]{2,14}(?:mentin|smin|ponin|nogenin|genin|sin|physin|retinin|inhibin|telin|plakin|villin|nestin|decan|planin|scin|gerin|globin|philin|nectin|tenascin|laminin|sialin|stin|lectin|fillin|uclin|noglobulin|oglobulin|desmon|peroxidase|sinase|decarboxylase)s?";

/** Genes and antigens as codes; what they are not is in stop-codes.ts. */
const byCode = [
  "CD[ -]?\\d{1,3}[a-zA-Z]{0,2}",
  "(?:CK|K)[ -]?\\d{1,2}(?:[./]\\d{1,2})*",
  "AE ?1[/-](?:AE)? ?3|(?:CAM|Cam)[ -]?5\\.2|34 ?(?:β|beta)E12|MNF ?116|CK[- ]?pan|pan[- ]?CK",
  "(?:S|Ki|MIB|HMB|Ber|BER|CA|DOG|WT|PAX|SOX|OCT|TLE|INI|HER|HSP|MUC|IDH|GLUT|CDX|SALL|FLI|HHV)[ -]?\\d{1,3}(?:[.-]\\d|[A-Z]{1,2})?(?:/neu)?",
  "HER-?2/?(?:neu)?|PD-?L?1|Ber-?EP4|p\\d{2}[a-z]{0,4}\\d?|[αβγδκλ𝛽]-?[A-Za-z]{2,12}\\d?|IgG4?|IgA|IgM|TdT|CgA|cgA|NapsinA",
  "[A-Z][A-Za-z]{0,6}\\d?(?:::|-)?[A-Z\\d][A-Za-z\\d]{0,6}(?:(?:\\.|-|::)[A-Z\\d][A-Za-z\\d]{0,6}){0,2}",
];

const variant = "(?:[ -](?:p\\.)?[A-Z]\\d{2,4}(?:[A-Z]|fs)\\b)?";
const what =
  "(?:[ \\n]+(?:promoter |gene )?(?:proteins?|antigen|mutations?|rearrangements?|amplifications?|(?:gene )?fusions?|deletions?|translocations?|gene|immunoglobulin)\\b)?";
const alone = "(?![\\p{L}\\p{N}])";
const spaced = (pattern: string) => pattern.replaceAll(" ", "\\s+");

const wordPattern = new RegExp(
  `(?:(?:${spaced(inWords.join("|"))})|${byEnding})${alone}${variant}${what}`,
  "iuy",
);
const codePattern = new RegExp(`(?:${byCode.join("|")})${alone}${variant}${what}`, "uy");

/** Where the marker's name ends that begins at an offset, or the offset itself where none does. */
export function nameEnd(text: string, start: number): number {
  if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return start;
  return Math.max(matchEnd(wordPattern, text, start), codeEnd(text, start));
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function codeEnd(text: string, start: number): number {
  const end = matchEnd(codePattern, text, start);
  const code = text.slice(start, end);
  return end === start || isStopCode(code) || isDisease(code) || isHeading(text, start)
    ? start
    : end;
}

const diseases = /^(?:tumor|carcinoma|sarcoma|lymphoma|leukemia|melanoma|disease|cancer)$/;

/** "GIST" is a code as well, of something else. */
function isDisease(code: string): boolean {
  const words = fullName(formOf(code).compact) ?? [];
  return words.some((word) => diseases.test(word)) && words.at(-1) !== "kinase";
}

/** Whether a line is all capitals and words, as headings are: what looks like a code there is none. */
function isHeading(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  const line = text.slice(start, end < 0 ? text.length : end);
  return !/\p{Ll}|[+−–]|-\s*$/u.test(line) && /\p{Lu}{4,}.*\s.*\p{Lu}{3,}/u.test(line);
}

const heads =
  /(?:protein|antigen|receptor|factor|hormone|enzyme|kinase|phosphatase|globulin|peptide|marker|keratin|actin)s?(?:[- ]\d+)?$/i;
const noNames =
  /^(?:the|a|an|any|no|all|other|both|these|this|tumou?rs?|cells?|malignan\S*|metasta\S*|recurren\S*|disease|infection|bacteri\S*|virus(?:es)?|residual|neoplas\S*|carcinoma|lymphoma|patient\S*|margins?|nodes?|invasion|necrosis|followed|further|about|acid-fast|bacilli|mycobact\S*|fung\S*|parasit\S*|hepatitis|markers?|most|some|few|in|of|with|was|were|is|are|at|to|by|on|from|which|that|figure|fig|it|they|staining|kidney|liver|blood|ketones|pathogenic|variants?|extravasation|involvement|antibod\S*|drugs?|cultures?)$/i;

/** Whether words that stand where a list names its markers may be one's name, though nobody knows it. */
export function mayBeName(words: string): boolean {
  const parts = words.split(/\s+/);
  if (parts.some((part) => noNames.test(part)) || !/^[\p{L}\d]/u.test(words)) return false;
  if (parts.length > 1) return parts.length <= 6 && heads.test(words);
  return words.length >= 5 && /(?:in|ase|gen|one|ein|lin|ol|an|id|rin|ury)$/.test(words);
}
