import { type AttributeDefinition, Scheme } from "../model/scheme.ts";

const flag = (name: string) => ({ name, type: "flag" }) as const;
const text = (name: string) => ({ name, type: "text" }) as const;
const choice = (name: string, ...choices: string[]) => ({ name, type: "choice", choices }) as const;
const number = (name: string, unit: string): Partial<AttributeDefinition> => ({
  name,
  type: "number",
  unit,
});

const good = (text: string, note = "") => ({ text, isGood: true, note });
const bad = (text: string, note = "") => ({ text, isGood: false, note });

const labels = [
  {
    name: "diagnosis",
    kind: "diagnosis",
    colour: "orange",
    key: "d",
    guideline:
      "A disease or tumour that the report names for a patient, with the words that say which one it is: type, " +
      "subtype, grade. Mark every mention; what is ruled out is marked too, with the attribute negated.",
    examples: [
      good("leiomyosarcoma"),
      good("high-grade serous carcinoma"),
      good("LMS", "an abbreviation of it"),
      good("lymphoma", "in “no evidence of lymphoma”, with the attribute negated"),
      bad("hemiparesis", "a symptom"),
      bad("atypical spindle cells", "a finding"),
      bad("the mass", "unless it stands for a diagnosis already made"),
      bad("pT2 N0", "a stage alone"),
    ],
  },
  {
    name: "marker",
    kind: "marker",
    colour: "blue",
    key: "m",
    guideline:
      "What was tested in or on the tissue: an antigen, a gene, a fusion, a mutation, an index. Mark the name only; " +
      "the result, extent, percent and method are fields of the marker. In a list each marker is a span of its own.",
    examples: [
      good("CD34"),
      good("smooth muscle actin"),
      good("Ki-67"),
      good("MDM2 amplification"),
      good("HER2"),
      bad("positive", "a result"),
      bad("10 %", "an extent"),
      bad("immunohistochemistry", "a method"),
      bad("CD34 and desmin", "two markers, two spans"),
      bad("creatinine", "serum chemistry"),
    ],
  },
  {
    name: "procedure",
    kind: "procedure",
    colour: "green",
    key: "p",
    guideline:
      "Something done to the patient to find out or to treat, drugs excepted: an operation, a biopsy, imaging, " +
      "radiotherapy. Include the words that say what was done; the place goes into the field site unless it is part " +
      "of the name.",
    examples: [
      good("core needle biopsy"),
      good("wide excision"),
      good("MRI"),
      good("adjuvant radiotherapy"),
      bad("H&E", "a laboratory stain"),
      bad("follow-up"),
      bad("surgery", "in a general statement about other patients"),
    ],
  },
  {
    name: "drug",
    kind: "drug",
    colour: "purple",
    key: "r",
    guideline:
      "A medicine that the patient received, receives or is to receive, by generic, trade or regimen name. Dose, " +
      "route, schedule and response are fields. What was stopped before this case has the attribute historical.",
    examples: [
      good("docetaxel"),
      good("Gleevec", "a trade name"),
      good("R-CHOP", "a regimen"),
      good("imatinib", "with the attribute historical if it was stopped before this case"),
      bad("chemotherapy"),
      bad("400 mg daily", "a dose"),
      bad("pembrolizumab", "where the discussion mentions it and this patient did not have it"),
    ],
  },
];

const kinds = [
  {
    name: "diagnosis",
    fields: [
      choice("status", "primary", "metastasis", "recurrence", "history"),
      text("site"),
      choice("certainty", "definite", "probable", "possible"),
    ],
    codes: ["ICD-O-3 morphology", "ICD-O-3 topography"],
  },
  {
    name: "marker",
    fields: [
      choice("result", "positive", "negative", "equivocal", "not stated"),
      choice("extent", "focal", "diffuse"),
      number("percent", "%"),
      choice("intensity", "weak", "moderate", "strong"),
      choice("method", "IHC", "FISH", "PCR", "NGS", "flow"),
      text("clone"),
    ],
  },
  { name: "procedure", fields: [text("site"), text("when"), text("outcome"), text("margins")] },
  { name: "drug", fields: [text("dose"), text("route"), text("schedule"), text("response")] },
];

/** What a new project starts with; a person can change all of it. */
export const defaultScheme: Scheme = Scheme.parse({
  name: "Case reports",
  labels,
  kinds,
  attributes: [flag("negated"), flag("uncertain"), flag("historical"), flag("other person")],
});
