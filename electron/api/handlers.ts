import { createHash } from "node:crypto";
import { basename, dirname } from "node:path";
import { knownKeys } from "../../shared/change-keys.ts";
import type { AppState } from "../../shared/contract/session.ts";
import { AppError } from "../../shared/errors.ts";
import { readSettings, updateSettings } from "../settings.ts";
import { correctText, previewCorrection } from "../store/corrections.ts";
import {
  addEntity,
  mergeEntities,
  removeEntity,
  splitEntity,
  updateEntity,
} from "../store/entities.ts";
import { addEntityList } from "../store/entity-lists.ts";
import { listHistory, nextSteps } from "../store/history.ts";
import {
  listAnnotators,
  readLayer,
  setLayerLabels,
  setLayerNote,
  setLayerStatus,
  setLayerUnsure,
} from "../store/layers.ts";
import { addSpans } from "../store/many-spans.ts";
import { findNeighbours } from "../store/neighbours.ts";
import { listOtherCorrections } from "../store/other-corrections.ts";
import { listSteps, readThen } from "../store/past.ts";
import { readProjectFacts, summarise } from "../store/project.ts";
import { listReadingTimes, noteReading, readReading, refuseUnread } from "../store/reading.ts";
import { addRelation, removeRelation, updateRelation } from "../store/relations.ts";
import { listReleases, metadataKeys } from "../store/releases.ts";
import { describeReport, listReports, readReport, removeReports } from "../store/reports.ts";
import { restoreThings } from "../store/restore.ts";
import { reportsFound } from "../store/search/find.ts";
import { neighboursInList } from "../store/search/work-list.ts";
import { readSourceKind } from "../store/sources.ts";
import { joinSpans, splitSpan } from "../store/span-shapes.ts";
import { addSpan, removeSpans, updateSpan } from "../store/spans.ts";
import { listRevisions, readRevision } from "../store/texts.ts";
import { version } from "../version.ts";
import { agreementHandlers } from "./agreement.ts";
import type { Handlers } from "./context.ts";
import { lossesOfExport, runExport } from "./exports.ts";
import { discardStage, finishStage, listWaiting, stageImport } from "./imports.ts";
import { doLongWork } from "./long-work.ts";
import { openPackage, packageHandlers } from "./packages.ts";
import { questionHandlers } from "./questions.ts";
import { readAgain } from "./read-again.ts";
import { readScans } from "./read-scans.ts";
import { canTakeOver, saveAgain, takeOver } from "./readiness.ts";
import { compareDatasets, foreseeDataset, makeDataset, openDataset } from "./releases.ts";
import { reviewHandlers } from "./review.ts";
import { runReviewReport } from "./review-report.ts";
import { deidentifyHandlers } from "./scan-identifiers.ts";
import { schemeHandlers } from "./schemes.ts";
import { searchHandlers } from "./search.ts";
import {
  adoptProject,
  authorOf,
  createInProjectsFolder,
  type Session,
  switchProject,
} from "./session.ts";
import { readSource, readSourceBlocks } from "./sources.ts";
import { assignCases, chooseStaged, leaveOut, listStaged, previewStaged } from "./staging.ts";
import { whenFree } from "./turns.ts";

/** What each operation of the contract does. Deciding and storing happen below; this only connects. */
export const handlers: Handlers = {
  "app.state": ({ session }) => appState(session),
  "annotator.use": ({ session }, { name }) => {
    session.annotator = name;
    updateSettings({ annotator: name });
    return appState(session);
  },

  "keys.read": () => ({ keys: knownKeys(readSettings().keys) }),
  "keys.change": async ({ session }, { keys }) => {
    updateSettings({ keys });
    await session.onMenuChanged?.();
    return { keys: knownKeys(keys) };
  },
  "language.use": async ({ session }, { language }) => {
    if (readSettings().language === language) return null;
    updateSettings({ language });
    await session.onMenuChanged?.();
    return null;
  },

  "project.create": ({ session }, { name }) => {
    createInProjectsFolder(session, name);
    return appState(session);
  },
  "project.open": ({ session }, { ticket }) => {
    const [file] = session.tickets.read(ticket);
    if (file === undefined) throw new AppError("wrong-use", "No project file was chosen.");
    if (session.host === "browser") adoptProject(session, file);
    else switchProject(session, file);
    return appState(session);
  },
  "project.openRecent": ({ session }, { id }) => {
    const file = readSettings().recent.find((known) => recentId(known) === id);
    if (file === undefined) throw new AppError("not-found", "That project is no longer listed.");
    switchProject(session, file);
    return appState(session);
  },
  "project.settled": ({ session }) => whenFree(session.turns, () => appState(session)),
  "project.isFree": ({ session }) => ({ isFree: canTakeOver(session) }),
  "project.takeOver": ({ session }) => {
    takeOver(session);
    return appState(session);
  },
  "project.saveAgain": ({ session }) => {
    saveAgain(session);
    return appState(session);
  },
  "project.summary": ({ session }) => summarise(session.db),

  "report.list": ({ session: { db, annotator } }, input) => {
    const listed = input.query === "" ? null : reportsFound(db, annotator ?? "", input.query);
    return listReports(db, annotator ?? "", input, listed);
  },
  "report.neighbours": ({ session: { db, annotator } }, input) => {
    const find = input.query === "" ? findNeighbours : neighboursInList;
    return find(db, annotator ?? "", input);
  },
  "report.open": ({ session }, { report }) => ({
    report: readReport(session.db, report),
    layer: readLayer(session.db, report, authorOf(session).annotator),
  }),
  "report.source": ({ session }, { report }) => readSource(session.db, report),
  "report.sourceKind": ({ session }, { report }) => readSourceKind(session.db, report),
  "report.extraction": ({ session }, { report }) => readSourceBlocks(session.db, report),
  "report.describe": ({ session }, input) => describeReport(session.db, authorOf(session), input),
  "report.remove": ({ session }, { reports }) =>
    removeReports(session.db, authorOf(session), reports),
  "text.read": ({ session }, { report, revision }) => readRevision(session.db, report, revision),
  "text.revisions": ({ session }, { report }) => ({
    revisions: listRevisions(session.db, report),
  }),
  "text.others": ({ session }, { report }) => listOtherCorrections(session.db, report),
  "text.preview": ({ session }, input) => ({ spans: previewCorrection(session.db, input) }),
  "text.correct": ({ session }, input) => correctText(session.db, authorOf(session), input),

  "layer.setStatus": ({ session }, { report, status }) => {
    const author = authorOf(session);
    if (status !== "open") refuseUnread(session.db, report, author.annotator);
    return setLayerStatus(session.db, author, report, status);
  },
  "layer.setLabels": ({ session }, { report, labels }) =>
    setLayerLabels(session.db, authorOf(session), report, labels),
  "layer.setNote": ({ session }, { report, note }) =>
    setLayerNote(session.db, authorOf(session), report, note),
  "layer.setUnsure": ({ session }, { report, unsure }) =>
    setLayerUnsure(session.db, authorOf(session), report, unsure),

  "span.add": ({ session }, { report, draft }) =>
    addSpan(session.db, authorOf(session), report, draft),
  "span.addMany": ({ session }, input) => addSpans(session.db, authorOf(session), input),
  "span.update": ({ session }, { span, patch }) =>
    updateSpan(session.db, authorOf(session), span, patch),
  "span.remove": ({ session }, { spans }) => removeSpans(session.db, authorOf(session), spans),
  "span.split": ({ session }, { span, at }) => splitSpan(session.db, authorOf(session), span, at),
  "span.join": ({ session }, { spans }) => joinSpans(session.db, authorOf(session), spans),

  "entity.add": ({ session }, input) => addEntity(session.db, authorOf(session), input),
  "entity.addList": ({ session }, input) => addEntityList(session.db, authorOf(session), input),
  "entity.update": ({ session }, { entity, patch }) =>
    updateEntity(session.db, authorOf(session), entity, patch),
  "entity.merge": ({ session }, input) => mergeEntities(session.db, authorOf(session), input),
  "entity.split": ({ session }, input) => splitEntity(session.db, authorOf(session), input),
  "entity.remove": ({ session }, { entity }) => removeEntity(session.db, authorOf(session), entity),

  "reading.read": ({ session }, { report }) =>
    readReading(session.db, report, authorOf(session).annotator),
  "reading.times": ({ session }, { reports }) => ({
    times: listReadingTimes(session.db, reports, authorOf(session).annotator),
  }),
  "reading.note": ({ session }, input) => noteReading(session.db, input),

  "relation.add": ({ session }, input) => addRelation(session.db, authorOf(session), input),
  "relation.update": ({ session }, { relation, patch }) =>
    updateRelation(session.db, authorOf(session), relation, patch),
  "relation.remove": ({ session }, { relation }) =>
    removeRelation(session.db, authorOf(session), relation),

  ...agreementHandlers,

  "history.undo": (context) => doLongWork(context, { do: "undo" }),
  "history.redo": (context) => doLongWork(context, { do: "redo" }),
  "history.list": ({ session }, input) => ({ entries: listHistory(session.db, input) }),
  "history.steps": ({ session }, input) => ({
    steps: listSteps(session.db, authorOf(session).annotator, input),
  }),
  "history.at": ({ session }, { report, step }) =>
    readThen(session.db, report, authorOf(session).annotator, step),
  "history.restore": ({ session }, input) => restoreThings(session.db, authorOf(session), input),

  ...reviewHandlers,
  "review.report": runReviewReport,
  ...searchHandlers,
  ...schemeHandlers,
  ...deidentifyHandlers,

  "import.stage": (context, input) => stageImport(context, input),
  "import.waiting": ({ session }) => listWaiting(session),
  "import.files": ({ session }, input) => listStaged(session, input),
  "import.preview": ({ session }, input) => previewStaged(session, input),
  "import.choose": ({ session }, input) => chooseStaged(session, input),
  "import.readAgain": (context, input) => readAgain(context, input),
  "import.readScans": (context, input) => readScans(context, input),
  "import.leaveOut": ({ session }, input) => leaveOut(session, input),
  "import.assignCases": ({ session }, input) => assignCases(session, input),
  "import.finish": ({ session }, { stage }) => finishStage(session, stage),
  "import.discard": ({ session }, { stage }) => discardStage(session, stage),

  "export.losses": (context, input) => lossesOfExport(context, input),
  "export.run": (context, input) => runExport(context, input),

  ...packageHandlers,
  ...questionHandlers,
  "packages.open": async (context, input) => {
    const opened = await openPackage(context, input);
    return { ...opened, state: appState(context.session) };
  },

  "dataset.releases": ({ session }) => ({ releases: listReleases(session.db) }),
  "dataset.metadataKeys": ({ session }) => ({ keys: metadataKeys(session.db) }),
  "dataset.foresee": (context, input) => foreseeDataset(context, input),
  "dataset.make": (context, input) => makeDataset(context, input),
  "dataset.open": (context, input) => openDataset(context, input),
  "dataset.compare": (context, input) => compareDatasets(context, input),
};

function appState({ db, host, annotator }: Session): AppState {
  return {
    version,
    host,
    project: { ...readProjectFacts(db), file: basename(db.name) },
    isReadOnly: db.readonly,
    recent: readSettings()
      .recent.filter((file) => file !== db.name)
      .map((file) => ({
        id: recentId(file),
        name: basename(file, ".casemark"),
        folder: basename(dirname(file)),
      })),
    annotator,
    annotators: listAnnotators(db),
    next: nextSteps(db, annotator ?? ""),
  };
}

// Paths do not cross to the page; this stands for one without giving it away.
function recentId(file: string): string {
  return createHash("sha256").update(file).digest("base64url");
}
