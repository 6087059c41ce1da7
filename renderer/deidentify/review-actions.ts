import type { IdentifierKind } from "../../shared/deidentify/candidate.ts";
import type { Decision, ReviewedCandidate } from "../../shared/deidentify/layer.ts";
import type { TextRange } from "../../shared/model/annotation.ts";
import { call } from "../api.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { publish, write } from "../state/app-store.ts";

/** Looks through all reports, with its progress in the corner. */
export async function scanAll(): Promise<void> {
  try {
    const scanned = await runJob(t("Looking for identifiers"), (options) =>
      call("deidentify.scan", {}, options),
    );
    publish(scanned);
    toast({
      text: t(
        "{found, plural, =0 {No new identifiers} one {One new identifier} other {# new identifiers}} in {reports, plural, one {one report} other {# reports}}.",
        { found: scanned.found, reports: scanned.reports },
      ),
    });
  } catch (error) {
    toastError(error);
  }
}

/** Says what a candidate is, and with `alike` what all open ones of its words are. */
export async function decide(
  { id }: ReviewedCandidate,
  decision: Decision,
  alike: boolean,
): Promise<boolean> {
  return (await write("deidentify.decide", { candidates: [id], decision, alike })) !== null;
}

export async function addByHand(
  report: string,
  text: string,
  range: TextRange,
  kind: IdentifierKind,
): Promise<void> {
  const quote = text.slice(range.start, range.end);
  await write("deidentify.add", { report, kind, range, quote });
}

/**
 * The next that nobody has decided on behind one, from the start when none follows; null for none. With
 * `decidedAlike` those of its words are being decided on, too.
 */
export function nextOpen(
  candidates: readonly ReviewedCandidate[],
  behind: string | null,
  decidedAlike = false,
): ReviewedCandidate | null {
  const at = candidates.findIndex(({ id }) => id === behind);
  const last = candidates[at];
  const isAlike = ({ kind, quote }: ReviewedCandidate) =>
    decidedAlike && kind === last?.kind && quote === last.quote;
  const isOpen = (one: ReviewedCandidate) =>
    one.decision === "open" && one.id !== behind && !isAlike(one);
  return candidates.slice(at + 1).find(isOpen) ?? candidates.find(isOpen) ?? null;
}
