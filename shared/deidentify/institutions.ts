import type { Rule } from "./candidate.ts";
import { begin, byPattern, capital, particle } from "./patterns.ts";

const space = "[ \\t\\u00A0]{1,2}";
const quoted = '[«"“„][^\\n«»"“”„]{2,40}[»"”“]';
/** Words with capitals, and small words between: "Universitario Virgen del Rocío". */
const named = `(?:${space}(?:${particle}${space}){0,3}(?:Dr\\.?${space}(?:\\p{Lu}\\.${space}){0,2})?(?:${capital}|\\d{1,2}|${quoted})(?:\\.(?=${space}\\p{Lu}\\p{Ll}+ [A-Z]))?)`;
const before = `(?:${capital}${space}(?:(?:${particle}|&)${space}){0,2})`;

/** What is an institution wherever a name follows. */
const sure =
  "(?:Hospital|HOSPITAL|Hospitales|Clínica|Clinica|CLÍNICA|Policlínica|Policlínico|Complejo Hospitalario|Complexo Hospitalario|Sanatorio|Centro de Salud|Facultad|Universidad|Universitat|Fundación|Fundació|Residencia|Consultorio|Ambulatorio|Área de Salud|Ciudad Sanitaria|" +
  "[Hh]ôpital|[Hh]ôpitaux|Centre Hospitalier|CHU|CHRU|CHR|CH(?= de )|[Cc]linique|[Pp]olyclinique|Université|Faculté|EHPAD|" +
  "Universitätsklinikum|Universitätsklinik|Universitätsspital|Universitätskrankenhaus|Klinikum|Krankenhaus|Kreiskrankenhaus|Spital|Kantonsspital|Landeskrankenhaus|LKH|Gemeinschaftspraxis|MVZ|Seniorenheim|Pflegeheim|Universität|" +
  "University of|College of)";
/** What may follow those, so that they are asked by themselves. */
const mostly =
  "(?:Instituto|Institut|Institute of|Centros?|Centre|Laboratoires?|Laboratorios?|Asociación|Ciudad de la|Edificio|Klinik|Praxis|Pathologie|Maison|Parc|Mutua|Consorcio|Servicio(?= \\p{Lu}\\p{L}+(?:-\\p{Lu}\\p{L}+)? de Salud))";
const tails =
  "(?:Hospitals?(?![ ](?:de|del|Univ|Gen|Cl[ií]n|Reg|Prov|Virgen|San|Infant))|Clinics?|Medical Cent(?:er|re)|Health(?:care)? (?:System|Cent(?:er|re)|Service)|Cancer (?:Center|Centre|Institute)|Universit(?:y|ies)|Institutes?|Infirmary|Laborator(?:y|ies)|College|School of Medicine|Medical School|Nursing Home|Hospice|Pathology (?:Group|Associates|Services)|Foundation|NHS (?:Foundation )?Trust|Klinikum|Klinik|Krankenhaus|Spital|Universität|Universitätsklinikum|Pharmaceuticals|Inc\\.|GmbH|Ltd\\.?)";

const byFirstWord = [sure, mostly].map((heads) =>
  byPattern(
    "institution",
    "institution by its first word",
    new RegExp(`${begin}${heads}${named}{1,7}`, "gu"),
  ),
);

export const institutionRules: readonly Rule[] = [
  ...byFirstWord,
  byPattern(
    "institution",
    "institution by its last word",
    new RegExp(
      `${begin}(?!(?:The|This|Our|A|An|Das|Die|Der|Im|In|At|Department|Servicio|Service)[ ])(?:St\\.[ -])?${before}{1,6}${tails}(?:${space}(?:of|at|for|der|in)${space}(?:the${space})?${capital}(?:,?${space}(?:${capital}|and|&)){0,2})?(?![\\p{L}])`,
      "gu",
    ),
  ),
  byPattern(
    "institution",
    "institution in one word",
    /(?<![\p{L}\p{N}])(?:Charité|AP-HP|Inselspital|Mayo Clinic|Cleveland Clinic|MD Anderson|Johns Hopkins|Massachusetts General|UCSF|UCLA|NYU|MGH|(?:St\.[ -])?\p{Lu}[\p{L}]{2,20}(?:-\p{Lu}[\p{L}]{1,20}){0,3}-?(?:[Kk]rankenhaus|[Kk]linikum|[Ss]pital|[Kk]linik|-Hospital|-Stift))(?![\p{L}])/gu,
  ),
];
