/** Written with a full stop, and always before what they belong to: "Fig. 2", "Dr. Weber", "e.g. CD34". */
const before = setOf(
  "dr prof mr mrs ms messrs st fig figs tab tabs eq eqs ref refs no nos nr vol vols pp pg ed eds ch suppl sec approx ca cca cf vs viz e.g i.e resp incl excl " +
    "abb bzw z.b d.h u.a sog ggf evtl vgl hr fr env m mme mlle éd sr sra dr dra srta pág págs núm ej p.ej art",
);

/** The months before a year or behind a day: "12. Jan. 2020". */
const months = setOf(
  "jan feb mar apr jun jul aug sep sept oct nov dec january february march april may june july august september october november december " +
    "januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre " +
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
);

/** A single letter behind one of these ends the phrase: "hepatitis B." */
const lettered = setOf(
  "hepatitis vitamin type grade class group stage case patient panel part arm category level factor influenza variant " +
    "protein subtype zone phase figure table and or",
);

/** Names of symbols that begin with a small letter and may begin a sentence: p53, pT2, mTOR, c-kit, β-catenin. */
const smallName = /^[("“‘«[]*(?:\p{Ll}{1,3}[-‐‑]?[\p{Lu}\d]|\p{Ll}[-‐‑]\p{Ll})/u;

/**
 * Whether a sentence can end behind these words, the last of which has a full stop or the like, when
 * this follows. `words` begin where the sentence does.
 */
export function canEndBehind(words: string, following: string): boolean {
  const next = following.trimStart();
  if (next === "") return true;
  if (/[。！？]/u.test(words.slice(-3))) return true;
  if (!canBegin(next)) return false;
  const last = /\S*$/u.exec(words)?.[0] ?? "";
  if (!/^[^!?…؟।]*\.[)\]"'’”»]*(?:\[[^\]]*\])?$/u.test(last)) return true;
  return !isAbbreviation(words, bare(last), next);
}

function canBegin(next: string): boolean {
  return !/^[\p{Pd}(["“‘«]*\p{Ll}/u.test(next) && !/^[,;:)\]%=<>±×]/u.test(next)
    ? true
    : smallName.test(next);
}

/** The word without what stands around it: "(Fig.)" is "fig". */
function bare(word: string): string {
  return word
    .replace(/\[[^\]]*\]$/u, "")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/[^\p{L}\p{N}]+$/u, "");
}

function isAbbreviation(words: string, word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (isListMark(words, word)) return true;
  if (/(?:^|\s)\d{1,3}\.$/.test(words)) return isOrdinal(next) || /^\d/.test(next);
  if (/^\p{L}$/u.test(word) && /^\p{L}\./u.test(next)) return true;
  if (/^\p{Lu}$/u.test(word)) return !lettered.has(wordBefore(words));
  if (isNumberWord(words, lower)) return /^[\p{Lu}\d#(]/u.test(next) && isCounted(lower, next);
  if (before.has(lower)) return true;
  if (months.has(lower)) return lower.length <= 4 && lower !== "may" && /^\d/.test(next);
  if (lower === "al") return !/^\p{Lu}/u.test(next);
  if (lower === "mm" || lower === "cm") return /^Hg\b/.test(next);
  return /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
}

/** "1." and "a)" at the beginning of an item. */
function isListMark(words: string, word: string): boolean {
  return /^(?:\d{1,3}|\p{L}|[ivx]{2,4})$/iu.test(word) && words.trim().length <= word.length + 2;
}

/** "no" is a word of its own, too: "There were no. 3", and "The answer was no. Then ..." */
const isNumberWord = (words: string, lower: string) =>
  /^(?:no|nos|nr|art|m|ed|sec|fr)$/.test(lower) && /[\p{L}]/u.test(words);

function isCounted(lower: string, next: string): boolean {
  if (/^(?:m|fr)$/.test(lower)) return /^\p{Lu}/u.test(next);
  return /^[#(]?\d/.test(next);
}

const isOrdinal = (next: string) => months.has(/^\p{L}+/u.exec(next)?.[0].toLowerCase() ?? "");

function wordBefore(words: string): string {
  return /([\p{L}\p{N}]+)\P{L}+\p{L}\P{L}*$/u.exec(words)?.[1]?.toLowerCase() ?? "";
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
