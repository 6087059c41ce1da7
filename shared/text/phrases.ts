import type { TextRange } from "../model/annotation.ts";
import { wordRanges } from "./words.ts";

/** Words that stand between the things a report names, and are seldom part of a name. */
const between = new Set(
  [
    "a an the and or nor of in on at to for with without within by from into onto upon through between among after before during under over above below than via per versus vs",
    "is are was were be been being am has have had having do does did can could may might must shall should will would",
    "i he she it we they you his her hers its their our my your him them us me this that these those who whom whose which what there here",
    "as but not no if then so because although though while when where whereas since until however therefore thus hence also only still again both either neither each every all any some such same other another more most very",
    "showed shows shown showing revealed revealing demonstrated demonstrating presented presenting underwent undergone undergoing developed confirmed disclosed denied reported noted noticed found seen observed performed received given treated started diagnosed admitted referred complained consistent suggestive suggesting indicated indicating included including remained became made done taken using used due associated compared according followed following subsequently",
    "patient patient's",
    "der die das den dem des ein eine einen einem einer und oder mit ohne von vom zu zur zum im in am an auf für bei nach vor über unter durch ist sind war waren wurde wurden zeigte zeigten sich nicht kein keine sowie",
    "le la les l un une des du de d et ou avec sans dans sur pour par en au aux est sont était étaient a ont été montrait ne pas qui que",
    "el los las una unos unas y o con sin por para del al es son era fue fueron se su sus que",
  ]
    .join(" ")
    .split(" "),
);

/**
 * The phrases of a text, or of a range of it: words in a row that no punctuation and no small word
 * parts, as most names are: "left ventricular ejection fraction", "smooth muscle actin". In order and
 * disjoint; each begins and ends as a word does.
 */
export function phraseRanges(text: string, range?: TextRange): TextRange[] {
  const phrases: TextRange[] = [];
  let open: TextRange | null = null;
  for (const word of wordRanges(text, range)) {
    if (between.has(text.slice(word.start, word.end).toLowerCase())) open = null;
    else if (open && goOn(text.slice(open.end, word.start))) open.end = word.end;
    else {
      open = { ...word };
      phrases.push(open);
    }
  }
  return phrases;
}

/** White space without a blank line, and what joins two words: "non-small-cell", "ER/PR". */
const goOn = (gap: string): boolean => /^(?:\s+|[-‐‑–/'’])$/u.test(gap) && !/\n\s*\n/.test(gap);
