const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that name a kind of thing but none in particular. */
const general = set(`
  tumor lesion mass neoplasm malignancy cancer disease disorder condition process nodule growth finding diagnosis
  marker stain staining antibody expression positivity index protein antigen gene mutation rearrangement fusion status
  immunostain immunoreactivity proliferation labeling level result
  procedure operation surgery intervention treatment therapy examination study imaging scan test
  drug medication medicine agent regimen dose chemotherapy
  primary metastatic recurrent residual same present new
`);

/** Words that make another thing of a name when one name has them and the other has not. */
const changing = set(`
  non no not without anti pseudo situ like mimic mimicking receptor ligand inhibitor transplant negative
  borderline benign atypical dedifferentiated
`);

/** Beginnings that make opposites of two words that are otherwise alike. */
const opposites = [
  ["micro", "macro"],
  ["hyper", "hypo"],
  ["intra", "inter", "extra", "infra"],
  ["ab", "ad"],
  ["mono", "poly"],
  ["pre", "pro", "per", "peri"],
  ["endo", "ecto", "exo"],
  ["supra", "sub"],
];

/** Nothing in these words says which thing is meant: "the tumour". */
export const isGeneral = (words: readonly string[]): boolean =>
  words.every((word) => general.has(word));

/** The word can be left out of a name without making it another thing's. */
export const isGeneralWord = (word: string): boolean => general.has(word);

/** The word, alone in one of two names, keeps them apart; as does every word with a digit. */
export const changesMeaning = (word: string): boolean => changing.has(word) || /\d/.test(word);

/** "microadenoma" and "macroadenoma": close in letters, opposite in meaning. */
export function areOpposites(a: string, b: string): boolean {
  return opposites.some((group) => {
    const beginsA = group.find((beginning) => a.startsWith(beginning));
    const beginsB = group.find((beginning) => b.startsWith(beginning));
    return beginsA !== beginsB && beginsA !== undefined && beginsB !== undefined;
  });
}
