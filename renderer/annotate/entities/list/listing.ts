import type { ListedItem } from "../../../../shared/contract/annotations.ts";
import { type Proposal, proposeList } from "../../../../shared/link/propose-list.ts";
import { suggestEntities } from "../../../../shared/link/suggest.ts";
import type { Id, TextRange } from "../../../../shared/model/annotation.ts";
import { toast } from "../../../look/toasts.tsx";
import { t } from "../../../messages.ts";
import { endOf, startOf } from "../../../state/report-index.ts";
import type { ReportState } from "../../../state/report-state.ts";
import { createValueStore } from "../../../state/value-store.ts";
import { withAttribute } from "../../marking.ts";
import type { Session } from "../../session.ts";
import { entitiesLike } from "../../suggestions/suggestion-index.ts";

/** One line of what a list in the text says, as a person has it so far. */
export interface ListLine extends Proposal {
  id: string;
  isTaken: boolean;
  /** The entity found for it, to come back to. */
  found: Proposal["entity"];
}

/** What a stretch of the open report lists, until it is taken in or put away. */
export interface Listing {
  report: Id;
  /** It counts in this text alone. */
  text: string;
  range: TextRange;
  lines: readonly ListLine[];
}

export const listing = createValueStore<Listing | null>(null);

/** Reads what is selected, or the paragraph of the caret, as a list; says so where it is none. */
export function openListing(session: Session): void {
  const { store, editor } = session;
  const state = store.state();
  const { text, id: report } = state.report;
  const range = editor.current?.selection() ?? paragraphAt(text, editor.current?.caret() ?? 0);
  if (state.status !== "open") {
    toast({
      text: t(
        "This report is {status, select, locked {locked} other {done}}: reopen it to take anything in.",
        { status: state.status },
      ),
    });
    return;
  }
  const lines = proposeList(requestOf(state, session, range)).map((proposal, at) => ({
    ...proposal,
    id: String(at),
    isTaken: proposal.isLikely,
    found: proposal.entity,
  }));
  if (lines.length > 0) listing.set({ report, text, range, lines });
  else
    toast({
      text: t("No marker, drug or procedure is named there. Select the words of the list."),
    });
}

function requestOf(
  { report, order, entities, entitySpans }: ReportState,
  session: Session,
  range: TextRange,
) {
  const { text } = report;
  const state = session.store.state();
  return {
    text,
    range,
    scheme: session.scheme,
    spansIn: ({ start, end }: TextRange) =>
      order.filter((span) => startOf(span) < end && endOf(span) > start),
    entity: (id: Id) => entities.get(id),
    suggest: (quote: string, place: TextRange, kind: string) =>
      suggestEntities({
        text,
        quote,
        range: place,
        kind,
        entities: entitiesLike(state, quote),
        spansOf: (entity) => entitySpans.get(entity) ?? [],
      }),
  };
}

function paragraphAt(text: string, caret: number): TextRange {
  const start = text.lastIndexOf("\n\n", Math.max(0, caret - 1));
  const end = text.indexOf("\n\n", caret);
  return { start: start < 0 ? 0 : start + 2, end: end < 0 ? text.length : end };
}

/** The listing with some of its lines changed. */
export function changeLines(change: (line: ListLine) => ListLine): void {
  const now = listing.get();
  if (now) listing.set({ ...now, lines: now.lines.map(change) });
}

/** The line with this result, in whichever field its kind has for it; what gets a result is taken. */
export function withResult(
  line: ListLine,
  result: string,
  session: Pick<Session, "scheme">,
): ListLine {
  const kind = session.scheme.kinds.find(({ name }) => name === line.kind);
  const field = kind?.fields.find(({ choices }) => choices.includes(result));
  if (!field) return line;
  return { ...line, isTaken: true, fields: withAttribute(line.fields, field.name, result) };
}

/** What is taken of the lines, as the store wants it: a line refers to an earlier one by its new place. */
export function itemsOf(lines: readonly ListLine[]): ListedItem[] {
  const taken = lines.filter(({ isTaken }) => isTaken);
  return taken.map(({ label, kind, range, quote, name, fields, entity, span }) => ({
    mark: span === null ? { label, ranges: [range], quote } : { span },
    entity: typeof entity === "number" ? placeOf(entity, lines, taken) : entity,
    kind,
    name,
    fields,
  }));
}

function placeOf(at: number, lines: readonly ListLine[], taken: readonly ListLine[]) {
  const line = lines[at];
  const place = line ? taken.indexOf(line) : -1;
  return place < 0 ? "new" : place;
}

/** Saves what is taken, in one step, and puts the caret behind the list. */
export async function takeListing({ writes, editor, focusText }: Session): Promise<void> {
  const now = listing.get();
  const items = itemsOf(now?.lines ?? []);
  if (!now) return;
  listing.set(null);
  focusText();
  editor.current?.select({ start: now.range.end, end: now.range.end });
  if (items.length === 0) return;
  const { report } = now;
  // What could not be saved can be tried again as it was.
  const change = await writes.write("entity.addList", () => ({ report, items }));
  if (!change) listing.set(now);
}
