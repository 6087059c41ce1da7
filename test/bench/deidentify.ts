import type { Candidate } from "../../shared/deidentify/candidate.ts";
import { findCandidates } from "../../shared/deidentify/find.ts";
import { type RealFile, realFiles } from "../real-data.ts";

/*
 * How many identifiers the rules of de-identification find in MEDDOCAN, with which the Spanish ones were also
 * mended; how many they see in published case reports, which have hardly any; and how long they take.
 * `--misses` lists what of MEDDOCAN was not found whole, `--false` what was found beside its and the reports' labels.
 */

interface Gold {
  label: string;
  start: number;
  end: number;
}

interface Annotated {
  text: string;
  gold: Gold[];
}

const said = (file: RealFile) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
const has = (option: string) => process.argv.includes(option);

/** Texts with their annotations. Neither corpus has characters that brat counts in another way than we do. */
function readCorpus(folder: string): Annotated[] {
  const notes = new Map(realFiles(`${folder}/*.ann`).map((file) => [file.name, file]));
  return realFiles(`${folder}/*.txt`).flatMap((file) => {
    const note = notes.get(file.name.replace(/txt$/, "ann"));
    return note ? [{ text: said(file), gold: readGold(said(note)) }] : [];
  });
}

function readGold(annotations: string): Gold[] {
  return [...annotations.matchAll(/^T\d+\t(\S+) (\d+) (?:[\d; ]+ )?(\d+)\t/gm)].map(
    ([, label = "", start, end]) => ({ label, start: Number(start), end: Number(end) }),
  );
}

const touches = ({ start, end }: Gold, { range }: Candidate) =>
  range.start < end && range.end > start;

/** Whether each letter and digit of a stretch is in a candidate. */
function isCovered(text: string, span: Gold, found: readonly Candidate[]): boolean {
  const near = found.filter((candidate) => touches(span, candidate));
  return Array.from({ length: span.end - span.start }, (_, at) => span.start + at).every(
    (at) =>
      !/[\p{L}\p{N}]/u.test(text.charAt(at)) ||
      near.some(({ range }) => range.start <= at && at < range.end),
  );
}

/** Labels of MEDDOCAN that are no identifiers here: sexes, relatives, jobs. */
const notMeant = new Set([
  "SEXO_SUJETO_ASISTENCIA",
  "FAMILIARES_SUJETO_ASISTENCIA",
  "OTROS_SUJETO_ASISTENCIA",
  "PROFESION",
  "ID_EMPLEO_PERSONAL_SANITARIO",
]);

function isMeant(text: string, { label, start, end }: Gold): boolean {
  const quote = text.slice(start, end);
  if (label === "EDAD_SUJETO_ASISTENCIA") return /(?<!\d)(?:9\d|1\d\d)(?!\d)/.test(quote);
  // Some are no numbers: "lactante", "caucásico".
  return !notMeant.has(label) && (label !== "ID_SUJETO_ASISTENCIA" || /\d{3}/.test(quote));
}

function show(why: string, text: string, { start, end }: { start: number; end: number }): void {
  const around = `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 20)}`;
  console.log(`  ${why}: ${around.replaceAll("\n", "⏎")}`);
}

interface Count {
  gold: number;
  covered: number;
  touched: number;
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
const line = (label: string, { gold, covered, touched }: Count) =>
  `  ${label.padEnd(34)} ${String(gold).padStart(5)} ${percent(covered, gold).padStart(8)} ${percent(touched, gold).padStart(8)}`;

function countFound(counts: Map<string, Count>, { text, gold }: Annotated): void {
  const found = findCandidates(text);
  for (const span of gold.filter((one) => isMeant(text, one))) {
    const covered = isCovered(text, span, found);
    const touched = found.some((candidate) => touches(span, candidate));
    for (const label of [span.label, "all"]) {
      const count = counts.get(label) ?? { gold: 0, covered: 0, touched: 0 };
      counts.set(label, {
        gold: count.gold + 1,
        covered: count.covered + Number(covered),
        touched: count.touched + Number(touched),
      });
    }
    if (!covered && has("--misses")) show(`missed ${span.label}`, text, span);
  }
}

function measureRecall(corpus: readonly Annotated[]): void {
  const counts = new Map<string, Count>();
  for (const document of corpus) countFound(counts, document);
  console.log("MEDDOCAN dev: of the labelled identifiers, every letter found / any letter found");
  for (const [label, count] of [...counts].sort(([, a], [, b]) => b.gold - a.gold))
    console.log(line(label, count));
}

/** Candidates over none of the labels that are identifiers, by 1,000 words. */
function measureOthers(
  name: string,
  corpus: readonly Annotated[],
  isReal: (label: string) => boolean,
): void {
  const words = corpus.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  let [all, others] = [0, 0];
  for (const { text, gold } of corpus)
    for (const candidate of findCandidates(text)) {
      all += 1;
      if (gold.some((span) => isReal(span.label) && touches(span, candidate))) continue;
      others += 1;
      if (has("--false")) show(`${candidate.kind} by ${candidate.rule}`, text, candidate.range);
    }
  const each = (count: number) => ((1000 * count) / words).toFixed(2);
  console.log(
    `${name}, ${words} words: ${each(all)} candidates in 1,000 words, ${each(others)} of them over no identifier of the labels`,
  );
}

function measureSpeed(corpus: readonly Annotated[]): void {
  const reports = corpus.map(({ text }) => text).join("\n");
  const text = reports.repeat(Math.ceil(1_000_000 / reports.length)).slice(0, 1_000_000);
  const times = Array.from({ length: 3 }, () => {
    // Of this process alone, whatever else the machine does.
    const start = process.cpuUsage();
    findCandidates(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  console.log(
    `1,000,000 characters: ${Math.round(Math.min(...times))} ms of computing, the best of 3`,
  );
}

const meddocan = readCorpus("brat/meddocan-dev/brat");
const maccrobat = readCorpus("brat/maccrobat2020");
if (meddocan.length === 0 || maccrobat.length === 0)
  console.log("Nothing was measured, since the two corpora are not beside the repository.");
else {
  const placesAndTimes = ["Date", "Age", "Time", "Duration", "Nonbiological_location"];
  measureRecall(meddocan);
  measureOthers("MEDDOCAN dev", meddocan, () => true);
  measureOthers("MACCROBAT", maccrobat, (label) => placesAndTimes.includes(label));
  measureSpeed(meddocan);
}
