import { type AttributeDefinition, Scheme } from "../model/scheme.ts";

const flag = (name: string) => ({ name, type: "flag" }) as const;
const text = (name: string) => ({ name, type: "text" }) as const;
const choice = (name: string, ...choices: string[]) => ({ name, type: "choice", choices }) as const;
const number = (name: string, unit: string): Partial<AttributeDefinition> => ({
  name,
  type: "number",
  unit,
});

const labels = [
  {
    name: "diagnosis",
    kind: "diagnosis",
    colour: "orange",
    key: "d",
    guideline:
      "A disease or tumour that the report names for a patient, with the words that say which one it is: type, " +
      "subtype, grade. Mark every mention; what is ruled out is marked too, with the attribute negated. " +
      "Accepted: “leiomyosarcoma”, “high-grade serous carcinoma”, “LMS”, “no evidence of [lymphoma]” (negated). " +
      "Rejected: symptoms and findings (“hemiparesis”, “atypical spindle cells”), bare words such as “lesion” or " +
      "“the mass” unless they stand for a diagnosis already made, stage alone (“pT2 N0”).",
  },
  {
    name: "marker",
    kind: "marker",
    colour: "blue",
    key: "m",
    guideline:
      "What was tested in or on the tissue: an antigen, a gene, a fusion, a mutation, an index. Mark the name only; " +
      "the result, extent, percent and method are fields of the marker. In a list each marker is a span of its own. " +
      "Accepted: “CD34”, “smooth muscle actin”, “Ki-67”, “MDM2 amplification”, “HER2”. " +
      "Rejected: “positive”, “10 %”, “immunohistochemistry”, “CD34 and desmin” as one span, serum chemistry such " +
      "as “creatinine”.",
  },
  {
    name: "procedure",
    kind: "procedure",
    colour: "green",
    key: "p",
    guideline:
      "Something done to the patient to find out or to treat, drugs excepted: an operation, a biopsy, imaging, " +
      "radiotherapy. Include the words that say what was done; the place goes into the field site unless it is part " +
      "of the name. Accepted: “core needle biopsy”, “wide excision”, “MRI”, “adjuvant radiotherapy”. " +
      "Rejected: laboratory stains (“H&E”), “follow-up”, “surgery” in a general statement about other patients.",
  },
  {
    name: "drug",
    kind: "drug",
    colour: "purple",
    key: "r",
    guideline:
      "A medicine that the patient received, receives or is to receive, by generic, trade or regimen name. Dose, " +
      "route, schedule and response are fields. Accepted: “docetaxel”, “Gleevec”, “R-CHOP”, “imatinib” (with the " +
      "attribute historical if it was stopped before this case). Rejected: “chemotherapy”, “400 mg daily”, drugs " +
      "that the discussion mentions without this patient having had them.",
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
