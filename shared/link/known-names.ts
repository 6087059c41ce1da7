import { formOf } from "./name-form.ts";

/*
 * Names of one thing that no comparison of letters would join, the full name first. Only those
 * that mean one thing wherever pathologists write.
 */
const sameThings = `
smooth muscle actin, SMA, alpha smooth muscle actin, alpha SMA, ASMA
muscle specific actin, MSA, HHF35
epithelial membrane antigen, EMA, MUC1
glial fibrillary acidic protein, GFAP
alpha fetoprotein, AFP
carcinoembryonic antigen, CEA
prostate specific antigen, PSA
estrogen receptor, ER
progesterone receptor, PR, PgR
androgen receptor, AR
HER2, HER2/neu, ERBB2, c-erbB-2
epidermal growth factor receptor, EGFR
anaplastic lymphoma kinase, ALK
thyroid transcription factor 1, TTF1
cytokeratin, CK, keratin
pancytokeratin, panCK, pan keratin, pan cytokeratin
cytokeratin AE1/AE3, AE1/AE3, CK AE1/AE3, keratin AE1/AE3
leukocyte common antigen, LCA, CD45
terminal deoxynucleotidyl transferase, TdT
Ki-67, MIB-1
KIT, CD117, c-kit
p53, TP53
CD20, L26
CD56, NCAM
gross cystic disease fluid protein 15, GCDFP-15
human papillomavirus, HPV
Epstein-Barr virus, EBV
microsatellite instability, MSI
programmed death ligand 1, PD-L1
S100, S100 protein
leiomyosarcoma, LMS
gastrointestinal stromal tumor, GIST
diffuse large B-cell lymphoma, DLBCL
chronic lymphocytic leukemia, CLL
acute myeloid leukemia, AML
acute lymphoblastic leukemia, ALL
chronic myeloid leukemia, CML
hepatocellular carcinoma, HCC
renal cell carcinoma, RCC
squamous cell carcinoma, SCC
basal cell carcinoma, BCC
ductal carcinoma in situ, DCIS
lobular carcinoma in situ, LCIS
squamous cell carcinoma in situ, Bowen disease
non-small cell lung carcinoma, NSCLC, non-small cell lung cancer
small cell lung carcinoma, SCLC, small cell lung cancer
malignant peripheral nerve sheath tumor, MPNST
solitary fibrous tumor, SFT
undifferentiated pleomorphic sarcoma, UPS
dermatofibrosarcoma protuberans, DFSP
inflammatory myofibroblastic tumor, IMT
magnetic resonance imaging, MRI
computed tomography, CT
positron emission tomography, PET
fine needle aspiration, FNA
immunohistochemistry, IHC
fluorescence in situ hybridization, FISH
polymerase chain reaction, PCR
next generation sequencing, NGS
endoscopic retrograde cholangiopancreatography, ERCP
transcatheter arterial chemoembolization, TACE
5-fluorouracil, 5-FU, fluorouracil
imatinib, Gleevec, Glivec, imatinib mesylate
sunitinib, Sutent
trastuzumab, Herceptin
rituximab, Rituxan, MabThera
bevacizumab, Avastin
pembrolizumab, Keytruda
nivolumab, Opdivo
ipilimumab, Yervoy
paclitaxel, Taxol
docetaxel, Taxotere
doxorubicin, Adriamycin
acetylsalicylic acid, aspirin, ASA
paracetamol, acetaminophen
epinephrine, adrenaline
norepinephrine, noradrenaline
G-CSF, granulocyte colony stimulating factor
`;

const fullNames = new Map(
  sameThings
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [full = "", ...others] = line.split(/, /);
      return [full, ...others].map((name) => [formOf(name).compact, formOf(full).words] as const);
    }),
);

/** The words of a thing's full name, by any of its names in compact form; null for one that is not in the table. */
export const fullName = (compact: string): readonly string[] | null =>
  fullNames.get(compact) ?? null;
