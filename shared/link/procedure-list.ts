import type { TextRange } from "../model/annotation.ts";

/** A procedure that a text names, where, and on what place of the body as far as the text says. */
export interface ListedProcedure {
  range: TextRange;
  says: { site?: string; margins?: string };
}

/** The endings that operations and looks inside have, and what is done by a name of its own. */
const endings =
  "ectom(?:y|ies)|otom(?:y|ies)|ostom(?:y|ies)|plast(?:y|ies)|scop(?:y|ies)|centesis|pexy|desis|rrhaphy|grafting";
const alone =
  "biops(?:y|ies)|excisions?|re-?excisions?|resections?|re-?resections?|dissections?|amputations?|ablations?|embolizations?|embolisations?|" +
  "curettages?|debridements?|debulking|enucleations?|exenterations?|drainage|aspirations?|lavage|anastomos[ei]s|reconstructions?|stenting|surger(?:y|ies)|c(?:a)?esarean\\s+section|(?:blood\\s+)?transfusions?|ventilation|bypass|" +
  "transplantations?|transplants?|radiotherapy|radiation(?:\\s+therapy)?|chemoradiotherapy|chemoradiation|brachytherapy|irradiation|" +
  "phototherapy|dialysis|h(?:a)?emodialysis|intubation|extubation|catheterization|catheterisation|MRI|CT(?:\\s+scans?)?|PET(?:[-/]CT)?(?:\\s+scans?)?|" +
  "FNAC?|ultrasound|ultrasonography|mammography|angiography|X-rays?|radiographs?";
/** What says how, where or which, between others of its kind: "left axillary sentinel lymph node biopsy". */
const modifiers =
  "core|needle|fine|wide|local|sentinel|lymph|node|nodes|neck|punch|shave|open|left|right|en|bloc|re-do|valve|artery|vein|joint|graft|whole|brain|bone|marrow|skin|liver|lung|breast|" +
  "breast-conserving|slow|Mohs|wedge|total|subtotal|partial|complete|incomplete|limited|excision|stem|cell|chest|tumou?r|mass|body|beam|proton|" +
  "[a-z]+-(?:guided|assisted|dose|sparing)|(?:[A-Za-z]+-)?[a-z]+(?:al|ic|ant|ar|ary|ior|ive|eal|ed)";
const notModifiers =
  "initial|final|several|additional|previous|subsequent|further|repeated|scheduled|planned|underwent|performed|received|needed|required|refused|declined|used|showed|revealed|included|followed|suggested|confirmed|any|all|general|usual|special|and";
const named = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?!(?:${notModifiers})\\s)(?:${modifiers})\\s+){0,6}(?:(?:${alone})|(?:[a-z]+-)?[a-z]+(?:${endings}))(?![\\p{L}\\p{N}-])`,
  "giu",
);

const site =
  /^\s+(?:of|from|to|at)\s+(?:the|his|her|a)\s+((?:[\p{L}-]+\s+){0,3}[\p{L}-]+?)(?=\s*(?:[,.;)]|$|\s(?:and|with|was|were|which|followed|showed|revealed)\b))/iu;
const margins =
  /^[^.;]{0,60}?\b((?:clear|negative|positive|free|close|involved|tumou?r-free)\s+(?:surgical\s+|resection\s+)?margins?)/iu;

/** The procedures of a stretch of text, in its order: "excision, sentinel lymph node biopsy and re-excision". */
export function readProcedureList(text: string, { start, end }: TextRange): ListedProcedure[] {
  const found = Array.from(text.slice(start, end).matchAll(named), ({ index, 0: name }) => ({
    start: start + index,
    end: start + index + name.length,
  }));
  return found.map((range, at) => ({
    range,
    says: saidOf(text.slice(range.end, Math.min(found[at + 1]?.start ?? end, range.end + 100))),
  }));
}

function saidOf(behind: string): ListedProcedure["says"] {
  const says = { site: site.exec(behind)?.[1], margins: margins.exec(behind)?.[1] };
  return Object.fromEntries(
    Object.entries(says).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value.replace(/\s+/g, " ")]],
    ),
  );
}

/** Whether some of them stand side by side, as a list of them does, and not only in a sentence on other things. */
export function areListed(text: string, procedures: readonly ListedProcedure[]): boolean {
  return procedures.some(({ range }, at) => {
    const before = procedures[at - 1];
    return before !== undefined && isBetween.test(text.slice(before.range.end, range.start));
  });
}

const isBetween =
  /^\s*(?:[,;/+&]|and|or|with|then|plus|followed by|as well as)(?:\s*(?:and|or|with|then|followed by|an?|the|[,;]))*\s*$/iu;
