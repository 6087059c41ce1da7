import { expect, test } from "vitest";
import { findAbbreviations } from "../../../shared/link/abbreviations.ts";
import { compareNames } from "../../../shared/link/compare-names.ts";
import { formOf } from "../../../shared/link/name-form.ts";

const none = findAbbreviations("");
const because = (a: string, b: string, abbreviations = none) =>
  compareNames(formOf(a), formOf(b), abbreviations)?.because ?? "not the same";

/** Pairs of names in pathology reports, and by what they are one; names that mean different things. */
const same: [string, string, string][] = [
  ["CD34", "CD34", "same words"],
  ["Desmin", "desmin", "same words"],
  ["smooth  muscle\nactin", "smooth muscle actin", "same words"],
  ["Ki-67", "Ki67", "same but for form"],
  ["KI 67", "Ki–67", "same but for form"],
  ["HMB 45", "HMB-45", "same but for form"],
  ["S-100", "S100", "same but for form"],
  ["leiomyosarcomas", "leiomyosarcoma", "same but for form"],
  ["the metastases", "metastasis", "same but for form"],
  ["headaches", "headache", "same but for form"],
  ["core biopsies", "core biopsy", "same but for form"],
  ["tumour necrosis", "tumor necrosis", "same but for form"],
  ["leukaemia", "Leukemia", "same but for form"],
  ["oestrogen receptor", "estrogen receptor", "same but for form"],
  ["oesophageal carcinoma", "esophageal carcinoma", "same but for form"],
  ["β-catenin", "beta-catenin", "same but for form"],
  ["carcinoma of the breast", "breast carcinoma", "same but for form"],
  ["Ewing’s sarcoma", "Ewing sarcoma", "same but for form"],
  ["Sjögren syndrome", "Sjogren syndrome", "same but for form"],
  ["anti-CD20", "CD20", "same but for form"],
  ["cytokeratin 7", "CK7", "same but for form"],
  ["keratin 20", "CK-20", "same but for form"],
  ["non-Hodgkin lymphoma", "non Hodgkin lymphomas", "same but for form"],
  ["lipomata", "lipoma", "same but for form"],
  ["SMA", "smooth muscle actin", "abbreviation"],
  ["α-SMA", "smooth muscle actin", "abbreviation"],
  ["alpha-fetoprotein", "AFP", "abbreviation"],
  ["α-fetoprotein", "AFP", "abbreviation"],
  ["ER", "oestrogen receptor", "abbreviation"],
  ["ER", "estrogen receptors", "abbreviation"],
  ["GIST", "gastrointestinal stromal tumour", "abbreviation"],
  ["metastatic LMS", "metastatic leiomyosarcoma", "abbreviation"],
  ["EMA", "epithelial membrane antigen", "abbreviation"],
  ["TTF-1", "thyroid transcription factor 1", "abbreviation"],
  ["MRI", "magnetic resonance imaging", "abbreviation"],
  ["NGS", "next-generation sequencing", "abbreviation"],
  ["5-FU", "5-fluorouracil", "abbreviation"],
  ["PEC", "papillary endometrial carcinoma", "abbreviation"],
  ["CMT", "Charcot-Marie-Tooth disease", "abbreviation"],
  ["Gleevec", "imatinib", "another name"],
  ["CD117", "c-kit", "another name"],
  ["HER2/neu", "HER-2", "another name"],
  ["sarcoma", "uterine sarcoma", "part of the name"],
  ["leiomyosarcoma of the cervical spine", "leiomyosarcoma", "part of the name"],
  ["Ki-67 proliferation index", "Ki-67", "part of the name"],
  ["CD34 expression", "CD34", "part of the name"],
  ["B-cell lymphoma", "diffuse large B-cell lymphoma", "part of the name"],
  ["leiomyosracoma", "leiomyosarcoma", "similar"],
  ["synaptophisin", "synaptophysin", "similar"],
  ["gemcitabin", "gemcitabine", "similar"],
];

const different: [string, string][] = [
  ["CD3", "CD34"],
  ["CK7", "CK20"],
  ["CD3/4", "CD34"],
  ["CK5/6", "CK56"],
  ["HER2", "HER3"],
  ["CD20", "CD200"],
  ["CK", "CK7"],
  ["cytokeratin", "cytokeratin 7"],
  ["ER", "HER2"],
  ["ER", "PR"],
  ["PAX8", "PAX5"],
  ["p53", "p63"],
  ["p16", "p16.5"],
  ["S100", "S1000"],
  ["MDM2", "CDK4"],
  ["SOX10", "SOX1"],
  ["estrogen", "estrogen receptor"],
  ["smooth muscle actin", "muscle-specific actin"],
  ["SMA", "MSA"],
  ["EMA", "SMA"],
  ["desmin", "desmoplakin"],
  ["leiomyoma", "leiomyosarcoma"],
  ["small cell carcinoma", "non-small cell carcinoma"],
  ["Hodgkin lymphoma", "non-Hodgkin lymphoma"],
  ["liposarcoma", "dedifferentiated liposarcoma"],
  ["well-differentiated liposarcoma", "dedifferentiated liposarcoma"],
  ["ductal carcinoma", "lobular carcinoma"],
  ["ductal carcinoma", "ductal carcinoma in situ"],
  ["microadenoma", "macroadenoma"],
  ["hypertension", "hypotension"],
  ["hyperplasia", "hypoplasia"],
  ["chondroma", "chordoma"],
  ["myxoma", "myoma"],
  ["lipoma", "lymphoma"],
  ["adenocarcinoma", "adenosquamous carcinoma"],
  ["grade 1 chondrosarcoma", "grade 2 chondrosarcoma"],
  ["prednisone", "prednisolone"],
  ["cisplatin", "carboplatin"],
  ["imatinib", "dasatinib"],
  ["rituximab", "cetuximab"],
  ["vincristine", "vinblastine"],
  ["calretinin", "calcitonin"],
  ["the tumour", "uterine tumour of low grade"],
  ["closure", "atrial septal defect (ASD) closure"],
  ["muscle", "smooth muscle actin"],
  ["lumpectomy", "mastectomy"],
  ["core biopsy", "excisional biopsy"],
  ["PR", "pancreatic resection"],
  ["LC", "lesional cells"],
  ["synchrony", "asynchrony"],
  ["tachycardia", "tachycardic"],
  ["chlorine", "chloride"],
];

test.each(same)("“%s” may mean “%s”: %s", (a, b, why) => {
  expect([because(a, b), because(b, a)]).toEqual([why, why]);
});

test.each(different)("“%s” does not mean “%s”", (a, b) => {
  expect([because(a, b), because(b, a)]).toEqual(["not the same", "not the same"]);
});

test("what the text explains goes before what is usually meant", () => {
  const abbreviations = findAbbreviations("The external ring (ER) was seen.");
  expect(because("ER", "external ring", abbreviations)).toBe("abbreviation");
  expect(because("ER", "estrogen receptor", abbreviations)).toBe("not the same");
});
