/** Words of reports with "fi", "fl", "ff", "ffi" or "ffl" that are no other word without it. */
const words =
  "first findings finding fibrosis fibrotic fibrous fibroblast fibroblasts fibroblastic fibromatosis fibroadenoma fibrin fibula fibrillary fluid fluids fluorescence fluorescent fluoroscopy fluorouracil fluctuation fluctuating field fields figure figures filtration fistula fissure fixation fixed flexion flexor flexible flaccid effect effects effective effectively effusion effusions effort efficacy efficient difficult difficulty difficulties differ different difference differences differential differentiate differentiated differentiation differentiating diffuse diffusely diffusion significant significantly significance specific specifically specificity specified nonspecific unspecified classified classification confirm confirmed confirming confirmation infiltrate infiltrates infiltrated infiltrating infiltration infiltrative inflammation inflammatory inflamed influence influenced affect affected affecting affects afferent identify identified identification identifying define defined definition definitive definitively modified modification amplified amplification calcified calcification calcifications ossification ossified insufficient insufficiency sufficient sufficiently coefficient deficiency deficient deficit deficits superficial superficially artificial official officer benefit beneficial scientific profile profiles reflect reflected reflecting reflex reflux conflict conflicts conflicting offered suffered suffering buffered buffer paraffin ineffective efferent stratified stratification verified verification quantified quantification simplified satisfied unified magnification certified notified refined confined fulfilled filling proliferation immunofluorescence microfilament myofibroblast myofibroblasts myofibroblastic neurofibroma neurofibromatosis dermatofibroma dermatofibrosarcoma osteofibrous fibrosarcoma fibrohistiocytic undifferentiated dedifferentiated dedifferentiation fibrillation defibrillator defibrillation immunodeficient immunodeficiency infliximab gefitinib fluorodeoxyglucose fiberoptic fibrinogen fibromuscular fibrovascular fibrocystic fibroadenomas fluorescein affiliated affiliation affiliations effectiveness efficiently modifications definitions leaflet leaflets reflects reflexes fistulous levofloxacin ciprofloxacin sevoflurane confluent confluence orifice prespecified undefined unaffected finally filter filters filtered filled benefits confidence confidential financial finger fingers fibers fibres office offspring affinity diffraction inflation outflow inflow overflow bifurcation trifurcation";

const ligature = /ff[il]?|f[il]/g;

/** Shorter ones are too often something else. */
const shortest = 4;

/** Where both halves are words of their own, they prove nothing. */
const ownWords = new Set("a an i in on it is as at us me be de re no so or one her led".split(" "));

export interface LostLigature {
  /** The word as it should be. */
  word: string;
  ligature: string;
  /** Where in the word the ligature belongs. */
  at: number;
}

/** What words become where a ligature is lost, with nothing ("signicant") or a space ("signi cant") for it. */
export const damagedWords: ReadonlyMap<string, LostLigature> = new Map(
  words.split(" ").flatMap((word) => Array.from(damagesOf(word))),
);

function* damagesOf(word: string): Generator<[string, LostLigature]> {
  for (const { 0: found, index } of word.matchAll(ligature)) {
    const before = word.slice(0, index);
    const after = word.slice(index + found.length);
    const lost = { word, ligature: found, at: index };
    if (before.length + after.length >= shortest || word === "first") yield [before + after, lost];
    const isHalved = before !== "" && after !== "";
    if (isHalved && !(ownWords.has(before) && ownWords.has(after)))
      yield [`${before} ${after}`, lost];
  }
}
