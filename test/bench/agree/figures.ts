import { measureInThread } from "../../../electron/agreement/in-thread.ts";
import type { MeasureRequest } from "../../../electron/agreement/request.ts";
import { closeProject, openProjectForReading } from "../../../electron/store/database.ts";
import { listReportIds, readReport } from "../../../electron/store/reports.ts";
import { studyLayersReader } from "../../../electron/store/review/study-layers.ts";
import { usualMeasureIds } from "../../../shared/agreement/study/measure-ids.ts";
import type { StudyReport } from "../../../shared/agreement/study/report.ts";
import { startProjectStudy } from "../../../shared/agreement/study/study.ts";
import { type Row, row } from "../row.ts";
import { annotators, comparedProject } from "./compared-project.ts";

const reports = 500;
const rounds = 1000;

/** How long all measures but gamma take in a thread, with and without intervals. */
export async function measureFigures(): Promise<Row[]> {
  const file = comparedProject(reports);
  const asked: MeasureRequest = {
    ...{ file, annotators, measures: usualMeasureIds, by: [], bootstrap: null, overlap: 0 },
    ...{ reports: null, search: null, seed: 1, unfinished: false },
  };
  const drawing = { ...asked, bootstrap: { seed: 1, rounds } };
  const once = await least(() => timed(asked));
  const drawn = await least(() => timed(drawing));
  const byLabel = await timed({ ...drawing, by: ["label", "pair"] });
  const { ofRound, naive } = roundsIn(file);
  const of = `for ${annotators.length} annotators over ${reports} reports of 60 spans`;
  return [
    row(`all measures ${of}`, "casemark", once, "ms"),
    row(`all measures with ${rounds} rounds ${of}`, "casemark", drawn, "ms"),
    row(`by label and pair with ${rounds} rounds ${of}`, "casemark", byLabel, "ms"),
    row(`one round ${of}`, "casemark", ofRound, "ms"),
    row(`one round ${of}`, "from the spans anew", naive, "ms", ofRound),
  ];
}

/** Of three, since other work only ever makes it longer. */
async function least(measure: () => Promise<number>): Promise<number> {
  const all = [await measure(), await measure(), await measure()];
  return Math.min(...all);
}

async function timed(request: MeasureRequest): Promise<number> {
  const before = performance.now();
  await measureInThread(request, { signal: new AbortController().signal, progress() {} });
  return performance.now() - before;
}

/** What a round costs, and what it would without sums: everything computed again, of reports that are read already. */
function roundsIn(file: string): { ofRound: number; naive: number } {
  const all = readAll(file);
  const compute = (bootstrap: { seed: number; rounds: number } | null) => {
    const before = performance.now();
    const options = { annotators, measures: usualMeasureIds, by: [], bootstrap, overlap: 0 };
    const study = startProjectStudy(options);
    for (const report of all) study.add(report);
    const figures = study.figures();
    while (!figures.next().done);
    return performance.now() - before;
  };
  compute(null);
  const naive = compute(null);
  return { naive, ofRound: (compute({ seed: 1, rounds }) - naive) / rounds };
}

function readAll(file: string): StudyReport[] {
  const db = openProjectForReading(file);
  try {
    const layersOf = studyLayersReader(db);
    return listReportIds(db).map((id) => ({ ...readReport(db, id), layers: layersOf(id) }));
  } finally {
    closeProject(db);
  }
}
