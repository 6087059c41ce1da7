import type { ReviewCounts } from "../contract/review.ts";
import { getOrMake } from "../get-or-make.ts";
import type { Decision, Standing } from "./decision.ts";
import type { Comparison, Difference } from "./difference.ts";

/** How each difference of a report stands, by its key, and decisions whose things are all gone. */
export interface Standings {
  of: ReadonlyMap<string, Standing>;
  gone: readonly Decision[];
}

const undecided: Standing = { state: "open", decision: null };

/**
 * How differences stand after these decisions. A decision counts for whatever still shares a thing with what
 * it was made on; it holds as long as those things say what they said, and others who came to them say
 * nothing that was not weighed.
 */
export function standingsOf(
  { annotators, differences }: Comparison,
  decisions: readonly Decision[],
): Standings {
  const byMember = decisionsByMember(decisions);
  const compared = new Set(annotators);
  const of = new Map<string, Standing>();
  const found = new Set<Decision>();
  for (const difference of differences) {
    const about = decisionsOn(difference, byMember);
    for (const decision of about) found.add(decision);
    const standing = standingOf(difference, about, compared);
    of.set(difference.key, isMoot(difference, standing, of) ? moot : standing);
  }
  const isCompared = ({ members }: Decision) =>
    members.some((one) => one.members.length > 0 && compared.has(one.annotator));
  return { of, gone: decisions.filter((one) => !found.has(one) && isCompared(one)) };
}

const moot: Standing = { state: "moot", decision: null };

/** Decisions by the things they were made on. */
function decisionsByMember(
  decisions: readonly Decision[],
): ReadonlyMap<string, readonly Decision[]> {
  const byMember = new Map<string, Decision[]>();
  for (const decision of decisions)
    for (const { members } of decision.members)
      for (const id of members) getOrMake(byMember, id, () => []).push(decision);
  return byMember;
}

/** Every decision that was made on something of a difference, the latest first. */
export function decisionsOn(
  { versions }: Difference,
  byMember: ReadonlyMap<string, Iterable<Decision>>,
): Decision[] {
  if (byMember.size === 0) return [];
  const found = new Set<Decision>();
  for (const { members } of versions)
    for (const id of members) for (const decision of byMember.get(id) ?? []) found.add(decision);
  return [...found].sort(latestFirst);
}

function latestFirst(a: Decision, b: Decision): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** How one difference stands by itself. @param about the decisions on it, the latest first. */
export function standingOf(
  difference: Difference,
  about: readonly Decision[],
  compared: ReadonlySet<string>,
): Standing {
  const [decision, ...others] = about;
  if (!decision) return undecided;
  if (others.length > 0 || !holds(decision, difference, compared))
    return { state: "stale", decision };
  return { state: decision.choice.do === "later" ? "later" : "decided", decision };
}

function holds(
  decision: Decision,
  { versions, missing }: Difference,
  compared: ReadonlySet<string>,
): boolean {
  const decided = new Map(decision.members.map((one) => [one.annotator, one]));
  const weighed = new Set(decision.members.map(({ says }) => says));
  const now = new Map(versions.map((one) => [one.annotator, one]));
  const isKept = versions.every(({ annotator, members, says }) => {
    const then = decided.get(annotator);
    if (!then) return weighed.has(says);
    return then.says === says && String(then.members) === String(members);
  });
  const isMissed = missing.every((annotator) => {
    const then = decided.get(annotator);
    return then ? then.members.length === 0 : weighed.has("");
  });
  const isThere = decision.members.every(
    ({ annotator, members }) =>
      members.length === 0 || !compared.has(annotator) || now.has(annotator),
  );
  return isKept && isMissed && isThere;
}

/** What nobody decided and could not be decided: a relation without one of its ends, an entity without any span. */
function isMoot(
  { stage, on }: Difference,
  { decision }: Standing,
  of: ReadonlyMap<string, Standing>,
): boolean {
  if (decision !== null || on.length === 0) return false;
  const isOut = (key: string) => {
    const standing = of.get(key);
    if (standing?.state === "moot") return true;
    return standing?.state === "decided" && standing.decision?.gold.length === 0;
  };
  return stage === "relations" ? on.some(isOut) : on.every(isOut);
}

export const noCounts = (): ReviewCounts => ({
  ...{ open: 0, stale: 0, later: 0, decided: 0, moot: 0, accepted: 0, agreed: 0, gone: 0 },
});

export const isAgreed = ({ types }: Difference) => types[0] === "agreed";

/** How many differences stand in which way. Agreed ones are counted apart, but for stale ones. */
export function countStandings({ differences }: Comparison, { of, gone }: Standings): ReviewCounts {
  const counts = { ...noCounts(), gone: gone.length };
  for (const difference of differences) {
    const { state } = of.get(difference.key) ?? undecided;
    if (!isAgreed(difference) || state === "moot" || state === "stale" || state === "later")
      counts[state] += 1;
    else counts[state === "decided" ? "accepted" : "agreed"] += 1;
  }
  return counts;
}
