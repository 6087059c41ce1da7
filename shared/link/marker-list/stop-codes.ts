const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Capitals that stand for no marker: methods, imaging, places, units. */
const others = set(`
  IHC FISH CISH SISH PCR RT-PCR RT qPCR NGS RNA DNA mRNA cDNA ctDNA CT MRI MR PET PET-CT PET/CT US EUS EUS-FNA FNA FNAC ERCP
  WHO HPF HPFs PHPF HE PAS GMS ICU ECG BMI WBC RBC Hb TNM NOS NST ICD ICD-O FNCLCC UICC AJCC SUV SUVmax LUL RUL LLL RLL FFPE CSF
  UK USA BI-RADS AUC FDG TPS CPS IRS HRD TMB MSI MSI-H MSS SSTR R-CHOP CHOP COVID-19 HIV AIDS TB IV IIA IIB IIC III IIIA IIIB IIIC
  II VI VII VIII IX XI XII OR CR PD SD AM PM MD Figure Fig FIG Table IMMUNOHISTOCHEMISTRY HISTOLOGY MICROSCOPY DIAGNOSIS BIOMARKERS
  COMMENT CLINICAL MACROSCOPY POSITIVE NEGATIVE FLOW CYTOMETRY MOLECULAR T-cell B-cell T-cells B-cells NK-cell CAR TIL TILs EM
  FIGO ISUP ATP IA IB IC IVA IVB AND OF THE AN ON IN BY FOR WITH PART PARTS REPORT HISTORY CASE FIRST SECOND CORE BIOPSY SURGERY
  IF DIF ISH LN LNs ELISA CRP ESR LDH AST ALT GGT CBC INR NF
`);

/** Stages, grades, variants on their own, Roman numerals, and words in capitals. */
const shapes = [
  /^[yrcp]{0,3}[TNMG]\d[a-c]?$/,
  /^[LRGT]\d{1,2}$/,
  /^[A-Z]\d{2,4}[A-Z]$/,
  /^[A-Z]{8,}$/,
  /^(?:Mc|Mac|De|Le)[A-Z]/,
  /^[TB]-?[Cc]ells?$/,
  /^\d/,
  /^(?:Pn|Bd|V)\d$/,
  /^(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val)\d/,
  /oma$/,
];

/** Whether a code of letters and digits is none of a marker. */
export const isStopCode = (code: string): boolean =>
  others.has(code.replace(/\s+.*$/s, "")) || shapes.some((shape) => shape.test(code));
