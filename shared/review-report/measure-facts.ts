import type { ProjectMeasureId } from "../agreement/study/measure-ids.ts";

/** What is measured alike stands together. */
export const measureGroups = [
  "Spans",
  "Words",
  "Continuum",
  "What is said of spans",
  "Entities",
] as const;
type MeasureGroup = (typeof measureGroups)[number];

/** What people who choose or cite a measure want to know of it. */
export interface MeasureFacts {
  /** As it is called on the screen and in the report. */
  name: string;
  group: MeasureGroup;
  /** Who made it, as papers cite it; null for what needs no citation. */
  source: string | null;
}

const of = (group: MeasureGroup, name: string, source: string | null = null): MeasureFacts => ({
  ...{ name, group, source },
});

const f1 =
  "Hripcsak and Rothschild (2005), Agreement, the F-measure, and reliability in information retrieval, JAMIA 12(3), 296–298";
const artstein =
  "Artstein and Poesio (2008), Inter-coder agreement for computational linguistics, Computational Linguistics 34(4), 555–596";
const gwet = "Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition";
const cohen =
  "Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 37–46";

export const measureFacts: Record<ProjectMeasureId, MeasureFacts> = {
  "f1-exact": of("Spans", "F1, same label and boundaries", f1),
  "f1-overlap": of("Spans", "F1, same label, overlapping", f1),
  "f1-label": of("Spans", "F1, same boundaries, any label", f1),
  "f1-token": of("Words", "F1 of marked words", f1),
  "precision-exact": of("Spans", "Precision, same label and boundaries"),
  "recall-exact": of("Spans", "Recall, same label and boundaries"),
  "precision-overlap": of("Spans", "Precision, same label, overlapping"),
  "recall-overlap": of("Spans", "Recall, same label, overlapping"),
  "precision-label": of("Spans", "Precision, same boundaries, any label"),
  "recall-label": of("Spans", "Recall, same boundaries, any label"),
  "precision-token": of("Words", "Precision of marked words"),
  "recall-token": of("Words", "Recall of marked words"),
  "percent-agreement-token": of("Words", "Percentage agreement of words", artstein),
  "cohen-kappa-token": of("Words", "Cohen’s κ of words", cohen),
  "fleiss-kappa-token": of(
    "Words",
    "Fleiss’ κ of words",
    "Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 378–382",
  ),
  "light-kappa-token": of(
    "Words",
    "Light’s κ of words",
    "Light (1971), Measures of response agreement for qualitative data, Psychological Bulletin 76(5), 365–377",
  ),
  "scott-pi-token": of(
    "Words",
    "Scott’s π of words",
    "Scott (1955), Reliability of content analysis, Public Opinion Quarterly 19(3), 321–325",
  ),
  "bennett-s-token": of(
    "Words",
    "Bennett’s S of words",
    "Bennett, Alpert and Goldstein (1954), Communications through limited-response questioning, Public Opinion Quarterly 18(3), 303–308",
  ),
  "gwet-ac1-token": of(
    "Words",
    "Gwet’s AC1 of words",
    "Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British Journal of Mathematical and Statistical Psychology 61(1), 29–48",
  ),
  "gwet-ac2-token": of("Words", "Gwet’s AC2 of words", gwet),
  "krippendorff-alpha-token": of(
    "Words",
    "Krippendorff’s α of words",
    "Krippendorff (2011), Computing Krippendorff’s alpha-reliability, University of Pennsylvania",
  ),
  "krippendorff-alpha-u": of(
    "Continuum",
    "Krippendorff’s αU",
    "Krippendorff (1995), On the reliability of unitizing contiguous data, Sociological Methodology 25, 47–76",
  ),
  gamma: of(
    "Continuum",
    "Mathet’s γ",
    "Mathet, Widlöcher and Métivier (2015), The unified and holistic method gamma (γ) for inter-annotator agreement measure and alignment, Computational Linguistics 41(3), 437–479",
  ),
  "gamma-cat": of(
    "Continuum",
    "Mathet’s γcat",
    "Mathet (2017), The agreement measure γcat, Computational Linguistics 43(3), 661–681",
  ),
  "attribute-kappa": of("What is said of spans", "Cohen’s κ of attributes", cohen),
  "code-agreement": of("What is said of spans", "F1 of codes", f1),
  "relation-f1": of("What is said of spans", "F1 of relations", f1),
  "report-label-kappa": of("What is said of spans", "Cohen’s κ of report labels", cohen),
  "entity-muc": of(
    "Entities",
    "MUC",
    "Vilain, Burger, Aberdeen, Connolly and Hirschman (1995), A model-theoretic coreference scoring scheme, MUC-6, 45–52",
  ),
  "entity-b3": of(
    "Entities",
    "B³",
    "Bagga and Baldwin (1998), Algorithms for scoring coreference chains, LREC workshop on linguistics coreference, 563–566",
  ),
  "entity-ceaf-e": of(
    "Entities",
    "CEAF-e",
    "Luo (2005), On coreference resolution performance metrics, HLT/EMNLP, 25–32",
  ),
  "entity-conll": of(
    "Entities",
    "CoNLL mean of MUC, B³ and CEAF-e",
    "Pradhan, Luo, Recasens, Hovy, Ng and Strube (2014), Scoring coreference partitions of predicted mentions: a reference implementation, ACL, 30–35",
  ),
};

/** A measure that is not in the table is called by its id. */
export function factsOf(id: string): MeasureFacts {
  return Object.hasOwn(measureFacts, id)
    ? measureFacts[id as ProjectMeasureId]
    : of("What is said of spans", id);
}
