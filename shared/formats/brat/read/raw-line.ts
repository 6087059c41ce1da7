/** A line of an annotation file, cut at its first two tabs; trailing spaces and tabs are gone, but for those of notes. */
export interface RawLine {
  /** Counted from 1. */
  number: number;
  whole: string;
  /** T1, E2, * ... */
  name: string;
  /** What stands between the first tab and the second. */
  head: string;
  /** Everything after the second tab; null where there is none. */
  tail: string | null;
}

/** Cuts a file into lines. The spaces of other alphabets at a line's end belong to its text. */
export function rawLines(annotations: string): RawLine[] {
  const lines = annotations.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => rawLine(line, index + 1));
}

function rawLine(written: string, number: number): RawLine {
  const whole = written.replace(/[ \t]+$/, "");
  const first = whole.indexOf("\t");
  if (first < 0) return { number, whole, name: whole, head: "", tail: null };
  const second = whole.indexOf("\t", first + 1);
  return {
    number,
    whole,
    name: whole.slice(0, first),
    head: whole.slice(first + 1, second < 0 ? undefined : second),
    // A note's spaces are a person's words.
    tail: second < 0 ? null : (whole.startsWith("#") ? written : whole).slice(second + 1),
  };
}

/** Whether a line has a name of one of the letters: T1, E2, #3. */
export function isNamed(line: RawLine, letters: string): boolean {
  return letters.includes(line.name.charAt(0)) && nameShape.test(line.name);
}

const nameShape = /^.\d[\w.-]*$/;

/** The words between single or several spaces. */
export function words(head: string): string[] {
  return head.split(" ").filter((word) => word !== "");
}
