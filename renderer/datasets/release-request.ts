import type { Asked } from "../../shared/contract.ts";
import type { LabelChoice } from "../../shared/dataset/labels.ts";
import { shareOf } from "./draft-problems.ts";
import { orcidAddress, type ReleaseDraft, reportsOf } from "./release-draft.ts";

/** What is asked of the Node side for a draft without problems, but for the place. */
export function requestOf(draft: ReleaseDraft): Omit<Asked<"dataset.make">, "ticket"> {
  const { labels, layers, formats, parts, stratifyBy, looksForAlike, likeness } = draft;
  return {
    texts: textsOf(draft.texts),
    options: {
      reports: reportsOf(draft.search),
      layers,
      labels: { labels: changed(labels.labels), relations: changed(labels.relations) },
      formats: [...formats],
      parts: parts.map((part) => ({ name: part.name.trim(), share: shareOf(part) })),
      stratifyBy: { labels: stratifyBy.labels, metadata: [...stratifyBy.metadata] },
      likeness: looksForAlike ? Number(likeness.replace(",", ".")) / 100 : null,
      seed: Number(draft.seed),
    },
    search: draft.search,
    continues: draft.continues,
    deidentify: draft.deidentify,
  };
}

function textsOf(texts: ReleaseDraft["texts"]): ReleaseDraft["texts"] {
  const authors = texts.authors.map((author) => ({
    ...author,
    orcid: /^\d/.test(author.orcid) ? orcidAddress + author.orcid : author.orcid,
  }));
  return { ...texts, authors };
}

/** Without labels that keep their names. */
function changed(map: LabelChoice["labels"]): Record<string, string | null> {
  const entries = Object.entries(map).map(([name, to]): [string, string | null] => [
    name,
    to === null ? null : to.trim(),
  ]);
  return Object.fromEntries(entries.filter(([name, to]) => name !== to));
}
