/** The parts of a package. Originals and what readers made of them have a part each. */
export const parts = {
  manifest: "manifest.json",
  scheme: "scheme.json",
  reports: "reports.jsonl",
  /** What is marked now, for people and other tools; a merge reads the history. */
  layers: "layers.jsonl",
  history: "history.jsonl",
} as const;

export const originalPart = (sha256: string): string => `originals/${sha256}`;
export const extractedPart = (report: string): string => `extractions/${report}.json`;
