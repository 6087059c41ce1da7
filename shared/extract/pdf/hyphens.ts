/** How a line's end and the next line's start make one text. */
type Joint =
  /** "exci-" and "sion": the hyphen goes. */
  | "word"
  /** "re-" and "excision", "5–" and "7": only the line's end goes. */
  | "hyphen"
  | "space";

const lastWord = /([\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*)[-\u00ad\u2010\u2011]$/u;
const firstWord = /^[\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*/u;

/** First parts that keep their hyphen where the document says nothing. */
const prefixes = new Set(
  "non self well long short high low follow half cross full all late early open end quasi once twice first second third one two three four five six seven eight nine ten peer risk cost evidence patient health".split(
    " ",
  ),
);

/** The words of a document that no line's end cuts, in small letters, counted. */
export function documentWords(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const whole = withoutCutEnds(line, lines[at - 1] ?? "");
    for (const [word] of whole.matchAll(/[\p{L}\p{M}'’]+(?:[-\u2010\u2011][\p{L}\p{M}'’]+)*/gu))
      counts.set(plain(word), (counts.get(plain(word)) ?? 0) + 1);
  }
  return counts;
}

function withoutCutEnds(line: string, before: string): string {
  const head = /[-\u00ad\u2010\u2011]$/.test(before) ? line.replace(/^\S+/, "") : line;
  return head.replace(/\S+[-\u00ad\u2010\u2011]$/, "");
}

const plain = (word: string): string => word.toLowerCase().replace(/[\u2010\u2011]/g, "-");

/** Second parts that follow a hyphen where the document says nothing: "audio-recorded". */
const compoundEnd =
  /^(?:related|based|threatening|recorded|reported|reviewed|refractory|resistant|positive|negative|specific|dependent|independent|associated|derived|induced|treated|matched|stratified|controlled|blind(?:ed)?|label(?:led|ed)?|free|like|up|off|out|term|line|arm|scale|life|flowing|growing|year|week|month|day|dose|risk|grade|stage|sided?|wide|type|level|width|rich|poor|high|low|old|aged|sectional|analys[ei]s|axillary|demographics?|economic|tailed|rank|test|squared?)$/;

/** What to do between two lines, by the document's own words. */
export function jointOf(before: string, after: string, known: ReadonlyMap<string, number>): Joint {
  if (/\u00ad$/.test(before)) return "word";
  const [head, tail] = [lastWord.exec(before)?.[1], firstWord.exec(after)?.[0]];
  if (head === undefined || tail === undefined)
    return isUnbroken(before, after) ? "hyphen" : "space";
  if (!/^\p{Ll}/u.test(tail)) return "hyphen";
  return joinsToWord(plain(head), plain(tail), known) ? "word" : "hyphen";
}

/** Dashes and strokes within a figure, a range or an address: no space belongs there. */
function isUnbroken(before: string, after: string): boolean {
  if (/\S*(?:https?:|www\.|doi\.org)\S*[-/.=_]$/.test(before)) return /^[\p{L}\d]/u.test(after);
  if (/[\p{L}\d)][-\u2010\u2011]$/u.test(before)) return /^[\p{L}\d(]/u.test(after);
  return /\d[–/]$/.test(before) && /^\d/.test(after);
}

function joinsToWord(head: string, tail: string, known: ReadonlyMap<string, number>): boolean {
  const whole = known.get(head + tail) ?? 0;
  const parted = known.get(`${head}-${tail}`) ?? 0;
  if (whole !== parted) return whole > parted;
  const last = head.split("-").at(-1) ?? head;
  if (prefixes.has(last) || last.length === 1) return false;
  if (head.includes("-") && !known.has(last)) return true;
  if (compoundEnd.test(tail) && known.has(last)) return false;
  return !isCompound(last, tail, known);
}

/** Two words of their own, each long enough not to be a syllable: "evidence-based". */
function isCompound(head: string, tail: string, known: ReadonlyMap<string, number>): boolean {
  const counts = [known.get(head) ?? 0, known.get(tail) ?? 0];
  return head.length >= 3 && tail.length >= 4 && counts.every((count) => count > 0);
}
