/** Labels of spans word by word: IOB1, IOB2, IOBES, BILOU, BMES, or labels alone. */
type TagKind = "outside" | "begin" | "inside" | "end" | "single";

interface Tag {
  kind: TagKind;
  label: string;
  /** Whether a letter says what the word is to the span. */
  hasKind: boolean;
}

/** The label of tags such as "B" and "I", which have none. */
const bareLabel = "entity";

const tagPattern = /^([BIESLUMW])(?:-(.*))?$/s;

const kinds: Readonly<Record<string, TagKind>> = {
  ...{ B: "begin", I: "inside", M: "inside" },
  ...{ E: "end", L: "end", S: "single", U: "single", W: "single" },
};

/** Whether it looks like a tag: "O", "B-Disease", "S". */
export function isTag(text: string): boolean {
  return text === "O" || tagPattern.test(text);
}

const outside: Tag = { kind: "outside", label: "", hasKind: true };

function tagOf(text: string): Tag {
  if (text === "O") return outside;
  const [, letter = "", label] = tagPattern.exec(text) ?? [];
  const kind = kinds[letter];
  if (kind === undefined) return { kind: "inside", label: text, hasKind: false };
  return { kind, label: label || bareLabel, hasKind: true };
}

/** Words from `first` to `last`, both within it. */
interface TaggedSpan {
  label: string;
  first: number;
  last: number;
}

interface DecodedSentence {
  spans: TaggedSpan[];
  /** The words whose tags go on with a span that has not begun. */
  unbegun: number[];
}

/** The spans of a sentence's tags. What goes on with a span that has not begun is read as its beginning. */
export function decodeTags(tags: readonly string[]): DecodedSentence {
  const spans: TaggedSpan[] = [];
  const unbegun: number[] = [];
  let open: TaggedSpan | null = null;
  for (const [at, text] of tags.entries()) {
    const tag = tagOf(text);
    if (tag.kind === "outside") open = null;
    else if (open !== null && goesOn(tag) && open.label === tag.label) open.last = at;
    else {
      open = { label: tag.label, first: at, last: at };
      spans.push(open);
      if (tag.hasKind && goesOn(tag)) unbegun.push(at);
    }
    if (isLast(tag)) open = null;
  }
  return { spans, unbegun };
}

const goesOn = ({ kind }: Tag) => kind === "inside" || kind === "end";
const isLast = ({ kind }: Tag) => kind === "end" || kind === "single";

/**
 * Whether the tags are IOB1, where a span begins with I and B only parts it from one of the same label
 * right before it: then no I without B is a mistake.
 */
export function isIob1(sentences: Iterable<readonly string[]>): boolean {
  for (const tags of sentences) {
    let before: Tag | null = null;
    for (const text of tags) {
      const tag = tagOf(text);
      if (isLast(tag)) return false;
      if (tag.kind === "begin" && (before === null || before.label !== tag.label)) return false;
      before = tag;
    }
  }
  return true;
}

export type TagScheme = "IOB2" | "IOBES";

/** A tag for each word; spans do not share any. */
export function encodeTags(
  length: number,
  spans: readonly TaggedSpan[],
  scheme: TagScheme,
): string[] {
  const tags = Array.from({ length }, () => "O");
  for (const { label, first, last } of spans)
    for (let at = first; at <= last; at += 1)
      tags[at] = `${letterOf(at, first, last, scheme)}-${label}`;
  return tags;
}

function letterOf(at: number, first: number, last: number, scheme: TagScheme): string {
  if (scheme === "IOB2") return at === first ? "B" : "I";
  if (first === last) return "S";
  if (at === first) return "B";
  return at === last ? "E" : "I";
}
