import type { LabelDefinition } from "../../shared/model/scheme.ts";

/** How a label looks in the text: its hue, and for readers who cannot tell hues apart, its line. */
interface LabelLook {
  /** Names the custom properties `--tint-n`, `--line-n` and `--text-n` on the editor's root. */
  number: number;
  colour: LabelDefinition["colour"];
}

export interface LabelLooks {
  /** A label that the scheme does not know is drawn too, in grey. */
  lookOf(label: string): LabelLook;
  /** Writes the custom properties that the marks' styles refer to. */
  applyTo(root: HTMLElement): void;
}

// Where the ink is, along the line and then gone, in pixels; the first is a solid line.
const patterns = [
  [1, 0],
  [7, 3],
  [2, 2],
  [12, 2, 2, 2],
  [4, 4],
  [7, 2, 2, 2, 2, 2],
] as const;

export function labelLooks(labels: readonly LabelDefinition[]): LabelLooks {
  const unknown: LabelLook = { number: labels.length, colour: "slate" };
  const looks = new Map(
    labels.map(({ name, colour }, number) => [name, { number, colour }] as const),
  );
  return {
    lookOf: (label) => looks.get(label) ?? unknown,
    applyTo(root) {
      for (const { number, colour } of [...looks.values(), unknown]) {
        root.style.setProperty(
          `--tint-${number}`,
          flat(`var(--mark-tint, var(--label-${colour}-soft))`),
        );
        root.style.setProperty(
          `--line-${number}`,
          line(number, `var(--mark-line, var(--label-${colour}))`),
        );
        root.style.setProperty(`--text-${number}`, `var(--mark-line, var(--label-${colour}-text))`);
      }
    },
  };
}

function flat(colour: string): string {
  return `linear-gradient(${colour} 0 0)`;
}

function line(number: number, colour: string): string {
  const pattern = patterns[number % patterns.length] ?? patterns[0];
  let at = 0;
  const stops = pattern.map((length, index) => {
    const stop = `${index % 2 === 0 ? colour : "transparent"} ${at}px ${at + length}px`;
    at += length;
    return stop;
  });
  return `repeating-linear-gradient(90deg, ${stops.join(", ")})`;
}
