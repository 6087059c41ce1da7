import { expect, test } from "vitest";
import type { IdentifierKind } from "../../../shared/deidentify/candidate.ts";
import { findCandidates } from "../../../shared/deidentify/find.ts";

const found = (text: string) =>
  findCandidates(text).map(({ kind, range }) => [kind, text.slice(range.start, range.end)]);

const none: string[] = [];

/** What each sentence has, all of one kind. */
const sentences: Record<IdentifierKind, [string, string[]][]> = {
  name: [
    ["Seen by Dr. Anna Maier-Holm and Mr. O'Neill.", ["Anna Maier-Holm", "O'Neill"]],
    ["Patient name: SMITH, JOHN Q.", ["SMITH, JOHN Q."]],
    ["Signed by Peter Carlow, MD.", ["Peter Carlow"]],
    [
      "Referred by Drs. Smith, Jones and Miller; labeled “Doe, Jane” on “Left breast”.",
      ["Smith", "Jones", "Miller", "Doe, Jane"],
    ],
    ["cc: P. Huber; Mme Besson, née Lefèvre", ["P. Huber", "Besson", "Lefèvre"]],
    ["Her sister Emily was well; Emily has no tumour.", ["Emily", "Emily"]],
    ["Dr. Anna Maier called. Maier's report is known to maier.", ["Anna Maier", "Maier"]],
    [
      "Prof. Dr. med. habil. Jürgen von der Heide, Herr Özdemir",
      ["Jürgen von der Heide", "Özdemir"],
    ],
    ["Einsender: Frau Dr. K. Weißhaupt", ["K. Weißhaupt"]],
    ["Vorname: Ünal Nachname: Şahin", ["Ünal", "Şahin"]],
    ["Mme Le Goff a vu le Pr Dupont. Nom de naissance : Besson", ["Le Goff", "Dupont", "Besson"]],
    ["Médecin traitant : Dr Élise d'Aubigny", ["Élise d'Aubigny"]],
    ["La Dra. María José de la Fuente y D.ª", ["María José de la Fuente"]],
    [
      "Dra. C. Lara Prado, Médico: José A. Prado, M.ª Luz Del Olmo",
      ["C. Lara Prado", "José A. Prado, M.ª Luz Del Olmo"],
    ],
    ["Nombre: Izan. Apellidos: Herrero de Pablo.", ["Izan", "Herrero de Pablo"]],
    ["Informe clínico del paciente: Varón de 40 años.", none],
    ["The Doctor said so. Dr. He did not. Hodgkin lymphoma, E. Coli.", none],
  ],
  date: [
    ["On 03/14/2016 and 2016-03-14, not 3/4 of 12/15.", ["03/14/2016", "2016-03-14"]],
    [
      "Monday, March 14th, 2016; 14 Mar 2016; in March; Mar 2016",
      ["Monday, March 14th, 2016", "14 Mar 2016", "March", "Mar 2016"],
    ],
    [
      "from 3/12 to 3/15/2016; Mar '16; 2016-03; 12.03.-15.03.2016",
      ["3/12", "3/15/2016", "Mar '16", "2016-03", "12.03.", "15.03.2016"],
    ],
    ["She may march in; it was May 3rd since 2015.", ["May 3rd", "2015"]],
    [
      "am Montag, dem 14. März 2016, 14.3.16, am 14.3. und im Mai",
      ["Montag, dem 14. März 2016", "14.3.16", "14.3.", "Mai"],
    ],
    [
      "le lundi 14 mars 2016, 1er août 2015, en février",
      ["lundi 14 mars 2016", "1er août 2015", "février"],
    ],
    [
      "el 14 de marzo del 2016, marzo de 2016, 27-octubre-2016, 24/08//1979, 14/14/2014",
      ["14 de marzo del 2016", "marzo de 2016", "27-octubre-2016", "24/08//1979", "14/14/2014"],
    ],
    ["CD34 12/15 cells, 2.5.1 and 0.3/1.2; Ki-67 in 20 %, 10-15 HPF.", none],
  ],
  age: [
    ["A 92-year-old woman, aged 101, ninety-three years old", ["92", "101", "ninety-three"]],
    ["Der 95-jährige Patient, zweiundneunzigjährig, Alter: 90", ["95", "zweiundneunzig", "90"]],
    ["un homme de 91 ans, quatre-vingt-douze ans", ["91", "quatre-vingt-douze"]],
    ["mujer de 94 años, noventa y dos años, edad: 99", ["94", "noventa y dos", "99"]],
    ["92-j. Patientin, 91 y.o. man", ["92", "91"]],
    ["A 67-year-old man with 95 % and 120 mg, 92 days", none],
  ],
  phone: [
    [
      "Tel.: 555-0143, (555) 555-0143, call 555-555-0199, fax 5550143",
      ["555-0143", "(555) 555-0143", "555-555-0199", "5550143"],
    ],
    [
      "Telefon 030/1234-567, Durchwahl: 4411, +49 (0)30 12 34 56",
      ["030/1234-567", "4411", "+49 (0)30 12 34 56"],
    ],
    ["Tél : 01 23 45 67 89 ou 06.12.34.56.78", ["01 23 45 67 89", "06.12.34.56.78"]],
    ["Teléfono 981 33 40 00; Tlf: 967 597 100", ["981 33 40 00", "967 597 100"]],
    ["pH 7.361, 100 200 300 cells", none],
  ],
  mail: [
    [
      "a.maier+x@clinic.example.org, https://example.org/a?b=1.",
      ["a.maier+x@clinic.example.org", "https://example.org/a?b=1"],
    ],
    ["siehe www.klinik.example, von 10.0.13.200", ["www.klinik.example", "10.0.13.200"]],
    ["@ 5 mg", none],
  ],
  address: [
    [
      "At 12 Oak Street, Boston, MA 02115. Accession was late.",
      ["12 Oak Street, Boston, MA 02115"],
    ],
    [
      "lives at 12 North Elm Street, Apt 4; P.O. Box 1234; Springfield, IL 62704",
      ["12 North Elm Street, Apt 4", "P.O. Box 1234", "Springfield, IL 62704"],
    ],
    [
      "moved to SW1A 2AA from San Francisco by the New York Heart Association",
      ["SW1A 2AA", "San Francisco"],
    ],
    [
      "Lange Hauptstraße 12a, D-10117 Berlin; Am Markt 3",
      ["Lange Hauptstraße 12a", "D-10117 Berlin", "Am Markt 3"],
    ],
    ["12 bis, rue de la République, 69003 Lyon", ["12 bis, rue de la République", "69003 Lyon"]],
    ["Domicilio: C/ Juana de Vega, 7, 2º B.\nCP: 28006.", ["C/ Juana de Vega, 7, 2º B", "28006"]],
    [
      "Avda. Reyes Católicos, 19. 47010 Medina del Campo (Valladolid) España E-mail",
      ["Avda. Reyes Católicos, 19", "47010 Medina del Campo (Valladolid) España"],
    ],
    ["wohnhaft in Neuhausen, lives in Old Harbour", ["Neuhausen", "Old Harbour"]],
    ["up to 2726 U/l, at 10 High power fields", none],
  ],
  number: [
    [
      "MRN: 00123456, Accession No. S16-12345, SSN 123-45-6789",
      ["00123456", "S16-12345", "123-45-6789"],
    ],
    ["Fallnummer: 4711/2016, Eingangsnr.: E 12345/16", ["4711/2016", "E 12345/16"]],
    ["N° dossier : 123456, IPP: 8001234567", ["123456", "8001234567"]],
    [
      "NHC: 7236750. NASS: 37 67234567 05. NºCol: 28 28 60348. DNI 12345678Z",
      ["7236750", "37 67234567 05", "28 28 60348", "12345678Z"],
    ],
    [
      "pt MRN 123456 seen; biopsie n° 16-12345; Journal-Nr. 2016/12345",
      ["123456", "16-12345", "2016/12345"],
    ],
    ["case of 14 months, historia de 14 meses, 250,000 cells, CD3 and HMB-45", none],
  ],
  institution: [
    [
      "at Carlow General Hospital, University of Northfield and the Hartwell Cancer Center",
      ["Carlow General Hospital", "University of Northfield", "Hartwell Cancer Center"],
    ],
    [
      "im Klinikum Nordstadt, St. Marien-Krankenhaus, Universitätsklinikum Hohenfels",
      ["Klinikum Nordstadt", "St. Marien-Krankenhaus", "Universitätsklinikum Hohenfels"],
    ],
    [
      "au CHU de Valmont, Hôpital Saint-Rémy, Centre Hospitalier de Bréval",
      ["CHU de Valmont", "Hôpital Saint-Rémy", "Centre Hospitalier de Bréval"],
    ],
    [
      "Servicio de Urología Hospital Universitario Reina Alba, Centro de Salud Las Eras",
      ["Hospital Universitario Reina Alba", "Centro de Salud Las Eras"],
    ],
    ["opéré à l'hôpital Cochin, seen at Johns Hopkins", ["hôpital Cochin", "Johns Hopkins"]],
    ["The hospital course; Servicio de Urología; Universität", none],
  ],
};

for (const [kind, cases] of Object.entries(sentences))
  test.each(cases)(`${kind}: %s`, (text, expected) => {
    expect(found(text)).toEqual(expected.map((words) => [kind, words]));
  });

test("candidates stand in order, none over another, each with the rule that found it", () => {
  const text = "Hospital Dr. Anna Maier, 12 Elm Street. Maier came on 3 May 2016.";
  expect(findCandidates(text)).toEqual([
    { kind: "institution", range: { start: 0, end: 23 }, rule: "institution by its first word" },
    { kind: "address", range: { start: 25, end: 38 }, rule: "English street" },
    { kind: "name", range: { start: 40, end: 45 }, rule: "name that stands elsewhere" },
    { kind: "date", range: { start: 54, end: 64 }, rule: "date by month's name" },
  ]);
});

test("no text makes the rules slow", () => {
  const nasty = [
    "Dr. ",
    "A ",
    "Aa-",
    "1.",
    "1 ",
    "(0",
    "de la ",
    "C/ A ",
    "A@",
    "a.",
    "Hospital de ",
    "Straße ",
    "12345 ",
    "A’a",
    "'",
    "\n",
    ": ",
  ];
  for (const words of nasty) {
    const start = performance.now();
    findCandidates(words.repeat(Math.ceil(100_000 / words.length)));
    expect(performance.now() - start, words).toBeLessThan(2000);
  }
});
