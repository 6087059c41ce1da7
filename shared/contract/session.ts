import { z } from "zod";
import type { NextSteps } from "../model/change.ts";
import { answers, nothing, read, setting } from "../operation.ts";

/** What the page knows of the session it runs in. */
export interface AppState {
  version: string;
  host: "desktop" | "browser" | "command-line";
  project: { id: string; name: string; file: string };
  /** Another window or command writes the project; here it can only be read. */
  isReadOnly: boolean;
  /** Projects opened before, newest first; `id` is what project.openRecent takes. */
  recent: { id: string; name: string; folder: string }[];
  /** Who works here; null until the person has said so. */
  annotator: string | null;
  /** Everybody with a layer in this project. */
  annotators: string[];
  next: NextSteps;
}

/** What a project holds, in figures. */
export interface ProjectSummary {
  reports: number;
  cases: number;
  /** UTF-16 code units of all texts. */
  characters: number;
  /** By annotator: how many reports have a layer of theirs, how many of those are done or locked. */
  layers: { annotator: string; reports: number; done: number; spans: number }[];
}

/** Who works on which project. */
export const sessionOperations = {
  "app.state": read(nothing, answers<AppState>()),
  /** Says who works from now on; a new name starts layers of its own. */
  "annotator.use": setting(
    z.object({ name: z.string().trim().min(1).max(100) }),
    answers<AppState>(),
  ),
  /** Makes an empty project in the person's projects folder and opens it. */
  "project.create": setting(z.object({ name: z.string().trim().min(1) }), answers<AppState>()),
  "project.open": setting(z.object({ ticket: z.uuid() }), answers<AppState>()),
  "project.openRecent": setting(z.object({ id: z.string() }), answers<AppState>()),
  /** The session once no long change of the project is under way. */
  "project.settled": read(nothing, answers<AppState>()),
  /** Whether this window, which only reads, could write now; null where it does. */
  "project.isFree": read(nothing, answers<{ isFree: boolean | null }>()),
  /** Makes a window that only reads the one that writes, once no other does. */
  "project.takeOver": setting(nothing, answers<AppState>()),
  /** Writes a project whose file was deleted while it was open to its place again. */
  "project.saveAgain": setting(nothing, answers<AppState>()),
  "project.summary": read(nothing, answers<ProjectSummary>()),
};
