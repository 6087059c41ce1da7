/** A note as the lines of a file can hold it: no tabs or spaces at a line's end, none for no note. */
export function noteLines(note: string): string[] {
  if (note === "") return [];
  return note.split("\n").map((line) => line.replaceAll("\r", " ").replace(/[ \t]+$/, ""));
}
