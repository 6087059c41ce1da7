import { makeChunks } from "../../../renderer/editor/chunks.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import type { Section } from "../../../shared/model/report.ts";
import { findBlocks } from "../../../shared/text/blocks.ts";
import {
  type Caret,
  type Direction,
  type MotionUnit,
  moved,
  phraseBeyond,
  type ReadText,
} from "../../../shared/text/motions.ts";

/** Where the caret is, and whether selections take words whole. */
export interface State extends Caret {
  snaps: boolean;
}

interface Step {
  key: string;
  to: State;
}

/** Motions that one press makes, each with what it makes with Shift. */
const motions: [key: string, unit: MotionUnit, direction: Direction][] = [
  ["Control+ArrowRight", "word", 1],
  ["Control+ArrowLeft", "word", -1],
  ["Alt+ArrowRight", "sentence", 1],
  ["Alt+ArrowLeft", "sentence", -1],
  ["Control+ArrowDown", "paragraph", 1],
  ["Control+ArrowUp", "paragraph", -1],
  ["Alt+ArrowDown", "section", 1],
  ["Alt+ArrowUp", "section", -1],
];

/** The text as the editor lays it out. */
export function readTextOf(text: string, sections: readonly Section[]): ReadText {
  const chunks = makeChunks(text, findBlocks(text, sections));
  return { text, sections, paragraphs: chunks.flatMap(({ blocks }) => blocks) };
}

/** What each key press leads to, by the same functions as in the app; the same question is answered from memory. */
export function stepsIn(read: ReadText): (state: State, target: TextRange) => Step[] {
  const known = new Map<string, Step[]>();
  return (state, target) => {
    const name = `${state.anchor} ${state.head} ${state.snaps}`;
    const steps = known.get(name) ?? [...caretSteps(read, state), ...extensions(read, state)];
    known.set(name, steps);
    const isNear =
      Math.abs(state.head - target.start) < 40 || Math.abs(state.head - target.end) < 40;
    return isNear ? [...steps, ...nearSteps(read.text, state)] : steps;
  };
}

const isCaret = ({ anchor, head }: State) => anchor === head;

function caretSteps(read: ReadText, state: State): Step[] {
  const ahead = motions.map(([key, unit, direction]) => ({
    key,
    to: { ...state, ...moved(read, state, unit, direction, false) },
  }));
  const phrases = ([1, -1] as const).flatMap((direction) => {
    const from =
      direction === 1 ? Math.max(state.anchor, state.head) : Math.min(state.anchor, state.head);
    const phrase = phraseBeyond(read, from, direction);
    const to = phrase && { ...state, anchor: phrase.start, head: phrase.end };
    return to ? [{ key: direction === 1 ? "'" : '"', to }] : [];
  });
  return [...(isCaret(state) ? ahead : []), ...phrases];
}

function extensions(read: ReadText, state: State): Step[] {
  return motions.slice(0, 6).map(([key, unit, direction]) => ({
    key: `Shift+${key}`,
    to: { ...state, ...moved(read, state, unit, direction, true) },
  }));
}

/** Letter by letter, where a target cuts words; not over what is no plain letter, nor over lines. */
function nearSteps(text: string, state: State): Step[] {
  const letters = ([1, -1] as const).flatMap((direction): Step[] => {
    const over = text.charAt(direction === 1 ? state.head : state.head - 1);
    if (!/[\x20-\x7e]/.test(over)) return [];
    const head = state.head + direction;
    const key = direction === 1 ? "ArrowRight" : "ArrowLeft";
    const extended = { key: `Shift+${key}`, to: { ...state, head } };
    return isCaret(state) ? [{ key, to: { ...state, anchor: head, head } }, extended] : [extended];
  });
  return [...letters, { key: "_", to: { ...state, snaps: !state.snaps } }];
}
