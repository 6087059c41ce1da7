/** Words in the form in which they are compared. */
export interface PlainWords {
  /** "carcinoma of the breast" has those of "breast carcinoma". */
  words: readonly string[];
  /** Without spaces, but for those between digits: "CD3/4" is not "CD34". */
  compact: string;
  /** In the order of the alphabet. */
  sorted: string;
}

/** A name in the form in which names are compared. */
export interface NameForm extends PlainWords {
  /** As written, to tell "ER" from "er". */
  original: string;
  /** As written, in lower case and without spare white space. */
  lowerCase: string;
}

const greek: Record<string, string> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
};

const fillers = new Set("the a an for this that these those his her their its of".split(" "));

// Names and words recur at every suggestion; the limit only keeps a long session from growing.
const mostRemembered = 60_000;
const forms = new Map<string, NameForm>();
const plain = new Map<string, string>();

function remember<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  if (known.size >= mostRemembered) known.clear();
  known.set(key, value);
  return value;
}

/** Case, diacritics, dashes, plurals, British spellings and Greek letters no longer tell names apart. */
export function formOf(name: string): NameForm {
  return forms.get(name) ?? remember(forms, name, newForm(name));
}

function newForm(name: string): NameForm {
  const lowerCase = name.toLowerCase().replace(/\s+/g, " ").trim();
  return { original: name, lowerCase, ...plainWords(wordsOf(name)) };
}

/** The forms in which words that are plain already are compared. */
export const plainWords = (words: readonly string[]): PlainWords => ({
  words,
  compact: words.join(" ").replace(/(?<!\d) | (?!\d)/g, ""),
  sorted: [...words].sort().join(" "),
});

function wordsOf(name: string): string[] {
  const words = headLast(joinCodes(spellGreek(name)).toLowerCase())
    .replace(/['’]s\b/g, "")
    .match(/[\p{L}\p{N}]+/gu);
  const kept = (words ?? []).filter((word) => !fillers.has(word)).map(plainWord);
  if (kept.length > 1 && kept[0] === "anti") kept.shift();
  return numberKeratins(kept);
}

/** Diacritics go, Greek letters become words of their own: "α-SMA" is "alpha SMA". */
const spellGreek = (name: string) =>
  (/[^\p{ASCII}]/u.test(name) ? name.normalize("NFKD").replace(/\p{M}/gu, "") : name).replace(
    /[α-ωµΑ-Ω]/g,
    (letter) => ` ${greek[letter.toLowerCase().replace("µ", "μ")] ?? letter} `,
  );

/** "Ki-67", "HMB–45" and "CK 7" are one word each; "grade 2" is two. */
const joinCodes = (name: string) =>
  name
    .replace(/\b([A-Za-z]{1,5})[-‐‑‒–—−](?=\d)/g, "$1")
    .replace(/\b([A-Z]{2,5}|Ki) (?=\d{1,3}\b)/g, "$1");

/** "carcinoma of the breast" to "the breast carcinoma". */
const headLast = (name: string) =>
  name
    .split(/\s+of\s+/)
    .reverse()
    .join(" ");

const endings: [RegExp, string][] = [
  [/omata$/, "oma"],
  [/(tas|nos|ros|ps|lys|cos|bos|the)ses$/, "$1is"],
  [/(tas|nos|ros|ps|lys|cos|bos)es$/, "$1is"],
  [/ies$/, "y"],
  [/(ss|x|[^a]ch|sh)es$/, "$1"],
  [/([^siu])s$/, "$1"],
];

/** The singular, in American spelling; both only so far that two spellings of one word meet. */
function plainWord(word: string): string {
  return plain.get(word) ?? remember(plain, word, newPlainWord(word));
}

function newPlainWord(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const american = word
    .replace(/[ao]e(?=[a-z])/g, "e")
    .replace(/our(?=s?$)/, "or")
    .replace(/sulph/, "sulf");
  const ending = endings.find(([pattern]) => pattern.test(american));
  return ending ? american.replace(...ending) : american;
}

/** "cytokeratin 7" is "CK7". */
function numberKeratins(words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    const isKeratin = /^(cyto)?keratin$/.test(word);
    if (isKeratin && isNumber(words[at + 1])) return [`ck${words[at + 1]}`];
    return isNumber(word) && /^(cyto)?keratin$/.test(words[at - 1] ?? "") ? [] : [word];
  });
}

const isNumber = (word: string | undefined) => word !== undefined && /^\d+$/.test(word);
