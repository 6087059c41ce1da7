/** One stretch that one annotator marked with one category. */
export interface Unit {
  /** The annotator's place among those compared, from 0. */
  annotator: number;
  category: string;
  /** In whatever the continuum is measured in (characters, seconds); the end is exclusive. */
  begin: number;
  end: number;
}

/** What all annotators read, and every unit they marked in it: one report, or one raw study. */
export interface Continuum {
  begin: number;
  end: number;
  /** How many annotators there are, those who marked nothing among them. */
  annotators: number;
  units: readonly Unit[];
}
