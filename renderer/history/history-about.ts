import type { Id } from "../../shared/model/annotation.ts";
import { goTo } from "../shell/route.ts";
import { createValueStore } from "../state/value-store.ts";

/** What somebody asked for the history of: a span of the report, and the entity that it speaks of. */
export interface About {
  report: Id;
  span: { id: Id; quote: string } | null;
  entity: { id: Id; name: string } | null;
}

const asked = createValueStore<About | null>(null);

/** What of a report was asked about when its history was opened; after a reload only the report is known. */
export function useAbout(report: Id): About {
  const about = asked.use();
  return about?.report === report ? about : { report, span: null, entity: null };
}

export function openHistory(about: About): void {
  asked.set(about);
  goTo({ screen: "history", report: about.report });
}
