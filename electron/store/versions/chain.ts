import { ancestorsOf, headsOf, type Versions } from "../../../shared/merge/heads.ts";
import { onlyNames } from "../../../shared/merge/schemes.ts";
import { cellsOf, type Version, wordsOfVersion } from "../../../shared/merge/version.ts";
import { sha256 } from "../../sha256.ts";
import type { Carried, MergeLine } from "./carried.ts";
import type { SchemeLine } from "./scheme-line.ts";
import type { Step, Steps } from "./steps.ts";
import { type Happening, rowAtFirst, type Track } from "./tracks.ts";

/** What is known of a project besides one thing's own history. */
export interface Surroundings {
  steps: Steps;
  scheme: SchemeLine;
  merges: MergeLine;
  /** The SHA-256 of the report's text once a step was done. */
  textAt(step: number): string;
  /** The step with which the report came in. */
  began: number;
}

type Said = Pick<Version, "row" | "text" | "scheme"> & Partial<Pick<Version, "by" | "at">>;

interface Chain {
  track: Track;
  around: Surroundings;
  carried: readonly Carried[];
  own: Map<string, Version>;
  /** By step: what it made of the thing. */
  made: Map<number, Version[]>;
}

/**
 * All versions of a thing that count now: what happened to it here, one version a step, undo and redo
 * too, each made of those that were the last by then; and what merges brought that are not undone. A
 * version stays the same however often this is asked and whatever happens later.
 */
export function versionsOf(
  track: Track,
  carried: readonly Carried[],
  around: Surroundings,
): Map<string, Version> {
  const chain: Chain = { track, around, carried, own: new Map(), made: new Map() };
  const first = carried.length === 0 ? rowAtFirst(track) : null;
  if (first) begin(chain, first);
  for (const happening of track.happenings) follow(chain, happening);
  return present(chain, Number.POSITIVE_INFINITY);
}

/** What came with an import, before anybody touched it. What packages changed has it carried. */
function begin(chain: Chain, row: Version["row"]): void {
  const { around, track } = chain;
  const scheme = around.scheme.at(around.began);
  const said = { row, text: around.textAt(around.began), scheme };
  put(chain, said, [], { by: track.annotator, at: "", step: 0, follows: false });
}

function follow(chain: Chain, happening: Happening): void {
  const { step } = happening;
  const { around } = chain;
  const deed = around.steps.deed(step);
  if (deed === "packages.merge" || isReproducible(chain, happening, deed)) return;
  const known = present(chain, step.id);
  const heads = headsOf(known);
  const [shown] = heads;
  const follows = deed === "text.correct" || deed === "scheme.rewrite";
  const parents = follows ? heads.slice(0, 1) : heads;
  // What only follows is still what somebody said then, and no later than what others say.
  const { annotator: by, at } = step;
  const making = { by, at, ...(follows && shown && whenSaid(shown)), step: step.id, follows };
  const made = saidBy(chain, happening, known, shown).map((said) =>
    put(chain, said, parents, making),
  );
  chain.made.set(step.reverts !== null && step.state === "redo" ? step.reverts : step.id, made);
}

/** Whether whoever knows the other text or scheme makes the same of the thing by themselves. */
function isReproducible({ track, around }: Chain, { step }: Happening, deed: string): boolean {
  if (deed === "text.correct") return track.table === "span";
  return deed === "scheme.rewrite" && around.scheme.changesIn(step.id).every(onlyNames);
}

/** What a step says of the thing: one saying, or those again between which it had chosen. */
function saidBy(
  chain: Chain,
  happening: Happening,
  known: Versions,
  shown: Version | undefined,
): Said[] {
  const { step } = happening;
  const reopened = step.state === "undo" ? reopenedBy(chain, step, known) : [];
  if (reopened.length > 1) return reopened;
  const here = {
    text: chain.around.textAt(step.id),
    scheme: chain.around.scheme.at(step.id),
  };
  switch (happening.kind) {
    case "row":
      return [{ ...here, row: happening.after }];
    case "name": {
      const { column, after } = happening;
      if (!shown?.row) return [];
      return [{ ...saidIn(shown), scheme: here.scheme, row: { ...shown.row, [column]: after } }];
    }
    case "choice": {
      const chosen = known.get(happening.chosen ?? "") ?? shown;
      return chosen ? [saidIn(chosen)] : [];
    }
    default:
      return happening satisfies never;
  }
}

/** What stood against each other before the step that is taken back. */
function reopenedBy({ made }: Chain, { reverts }: Step, known: Versions): Said[] {
  const parents = (made.get(reverts ?? 0) ?? []).flatMap((one) => one.parents);
  const versions = [...new Set(parents)].flatMap((id) => known.get(id) ?? []);
  const distinct = new Map(versions.map((one) => [cellsOf(one), one]));
  return [...distinct.values()].map((one) => ({ ...saidIn(one), ...whenSaid(one) }));
}

const saidIn = ({ row, text, scheme }: Version): Said => ({ row, text, scheme });
const whenSaid = ({ by, at }: Version) => ({ by, at });

function put(
  { own, track }: Chain,
  { row, text, scheme, ...said }: Said,
  parents: readonly Version[],
  making: Pick<Version, "by" | "at" | "step" | "follows">,
): Version {
  const { table, target, annotator } = track;
  const words = {
    ...{ table, target, annotator, row, text, scheme },
    ...making,
    ...said,
    parents: parents.map(({ id }) => id).sort(),
  };
  const version = { id: sha256(wordsOfVersion(words)), ...words };
  own.set(version.id, version);
  return version;
}

/** What was known once a step was done; what a merge brought that is undone, only where more was made of it. */
function present({ own, carried, around }: Chain, step: number): Map<string, Version> {
  if (carried.length === 0) return own;
  const all = new Map(carried.map(({ version }) => [version.id, version]));
  const found = new Map(own);
  const roots = carried.filter((one) => around.merges(one.step, step));
  for (const { version } of roots) found.set(version.id, version);
  for (const version of own.values())
    for (const id of ancestorsOf(all, version)) {
      const older = all.get(id);
      if (older) found.set(id, older);
    }
  return found;
}
