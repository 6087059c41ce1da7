/*
 * Sentences in the manner of pathology reports, written by hand for this test, and what a careful reader would
 * enter: the name as it stands, its result (+, -, = equivocal, ? not said), then what else is said.
 * "SMA + focal weak 30% clone:1A4". A sentence with nothing expected holds no marker.
 */
export type Sentence = readonly [text: string, expected: string];

/** The rules were made and mended with these. */
export const known: readonly Sentence[] = [
  [
    "The tumor cells were positive for smooth muscle actin, muscle-specific actin, and desmin; marker CD34 was negative.",
    "smooth muscle actin + | muscle-specific actin + | desmin + | CD34 -",
  ],
  ["SMA+, desmin+, CD34−, S100−.", "SMA + | desmin + | CD34 - | S100 -"],
  ["CK7 (+), CK20 (-), TTF-1 (+) and napsin A (+).", "CK7 + | CK20 - | TTF-1 + | napsin A +"],
  [
    "The cells were strongly and diffusely positive for SOX10 and S100.",
    "SOX10 + diffuse strong | S100 + diffuse strong",
  ],
  ["Immunohistochemistry was negative for CD117, DOG1 and ALK.", "CD117 - | DOG1 - | ALK -"],
  [
    "CD20, CD79a and PAX5 were positive while CD3 and CD5 were negative.",
    "CD20 + | CD79a + | PAX5 + | CD3 - | CD5 -",
  ],
  [
    "The neoplastic cells expressed synaptophysin but not chromogranin A.",
    "synaptophysin + | chromogranin A -",
  ],
  ["The Ki-67 index was 30%.", "Ki-67 + 30%"],
  ["CK7+/CK20- immunophenotype.", "CK7 + | CK20 -"],
  ["Ki-67 proliferation index of 15-20%.", "Ki-67 + 20%"],
  ["The tumor stained positively for vimentin and HMB-45.", "vimentin + | HMB-45 +"],
  ["The lesion showed no expression of desmin or myogenin.", "desmin - | myogenin -"],
  ["The cells lacked CD31 and ERG.", "CD31 - | ERG -"],
  ["Loss of MLH1 and PMS2 with retained MSH2 and MSH6.", "MLH1 - | PMS2 - | MSH2 + | MSH6 +"],
  ["MLH1 and PMS2 were lost; MSH2 and MSH6 were retained.", "MLH1 - | PMS2 - | MSH2 + | MSH6 +"],
  ["SMA: +\nDesmin: -\nCD34: focal +", "SMA + | Desmin - | CD34 + focal"],
  [
    "CD10        negative (< 5%)\nBCL6        positive, 60%\nMUM1        positive, 80%",
    "CD10 - | BCL6 + 60% | MUM1 + 80%",
  ],
  [
    "Estrogen receptor (ER, clone SP1): positive, 95%, strong",
    "Estrogen receptor + 95% strong clone:SP1",
  ],
  [
    "ER 90%, PR negative (< 1%), HER2 score 3+ (positive), Ki-67 12%.",
    "ER + 90% | PR - | HER2 + strong | Ki-67 + 12%",
  ],
  [
    "There was focal positivity for EMA and diffuse positivity for CD99.",
    "EMA + focal | CD99 + diffuse",
  ],
  ["Weak staining for p63 was seen.", "p63 + weak"],
  ["p16 was strong and diffuse.", "p16 + diffuse strong"],
  ["STAT6 showed strong nuclear staining.", "STAT6 + strong"],
  ["INI-1 expression was retained.", "INI-1 +"],
  [
    "They were focally positive for PRAME and negative for Melan-A and HMB-45, as well as for GFAP.",
    "PRAME + focal | Melan-A - | HMB-45 - | GFAP -",
  ],
  ["PD-L1 (clone 28-8) was expressed in 5% of the tumour cells.", "PD-L1 + 5% clone:28-8"],
  [
    "The cells were diffusely positive for smooth muscle actin (SMA; clone 1A4), desmin (D33) and h-caldesmon and focally for CD10.",
    "smooth muscle actin + diffuse clone:1A4 | desmin + diffuse clone:D33 | h-caldesmon + diffuse | CD10 + focal",
  ],
  [
    "Immunohistochemistry: EMA(focal+), CK8/18(focal+), TTF-1(-), Ki-67(70%), CD31(+).",
    "EMA + focal | CK8/18 + focal | TTF-1 - | Ki-67 + 70% | CD31 +",
  ],
  [
    "C-Kit (CD117) was negative while CD34, smooth muscle actin (SMA), and ALK were focally positive.",
    "C-Kit - | CD34 + focal | smooth muscle actin + focal | ALK + focal",
  ],
  [
    "Positive: cytokeratin 7, TTF-1, napsin A. Negative: p40, synaptophysin.",
    "cytokeratin 7 + | TTF-1 + | napsin A + | p40 - | synaptophysin -",
  ],
  [
    "IHC showed positive staining for p63, p40, CK 7, and CK 5/6, while TTF-1 and NapsinA staining were absent.",
    "p63 + | p40 + | CK 7 + | CK 5/6 + | TTF-1 - | NapsinA -",
  ],
  [
    "The tumour was negative for c-Kit, CD31, SMA, desmin, cytokeratins (AE1/AE3, MNF116 and Cam 5.2) and S100.",
    "c-Kit - | CD31 - | SMA - | desmin - | cytokeratins - | AE1/AE3 - | MNF116 - | Cam 5.2 - | S100 -",
  ],
  ["E-cadherin was lost in the discohesive cells.", "E-cadherin -"],
  ["β-catenin showed no nuclear staining.", "β-catenin -"],
  ["HER2 was equivocal (2+).", "HER2 ="],
  ["FISH for MDM2 amplification was negative.", "MDM2 amplification -"],
  ["FUS and EWSR1 were not rearranged.", "FUS - | EWSR1 -"],
  ["Resection margins were negative for tumor cells.", ""],
  ["Blood cultures were negative for bacteria and fungi.", ""],
  ["CD3- and CD20-positive lymphocytes were scattered.", "CD3 + | CD20 +"],
  ["The infiltrate was CD20-negative and CD3-positive.", "CD20 - | CD3 +"],
  ["Desmin and myogenin were not expressed.", "Desmin - | myogenin -"],
  ["The cells did not express CD45.", "CD45 -"],
  [
    "Tumor cells were immunoreactive for inhibin, calretinin and WT1, and nonreactive for EMA.",
    "inhibin + | calretinin + | WT1 + | EMA -",
  ],
  [
    "There was patchy, weak expression of estrogen receptor in 10% of nuclei.",
    "estrogen receptor + focal weak 10%",
  ],
  ["ER and PR were expressed in 40% and 10% of the nuclei.", "ER + 40% | PR + 10%"],
  ["Mib-1 labelled about 5% of the nuclei; p53 was wild-type.", "Mib-1 + 5% | p53 -"],
  [
    "Absent staining for S-100 protein; CD34 diffusely positive.",
    "S-100 protein - | CD34 + diffuse",
  ],
  [
    "The spindle cells were strongly positive for CD34, STAT6 and BCL-2, weakly positive for CD99, and negative for SMA.",
    "CD34 + strong | STAT6 + strong | BCL-2 + strong | CD99 + weak | SMA -",
  ],
  ["CD117 and DOG1 positive, SDHB retained.", "CD117 + | DOG1 + | SDHB +"],
  ["GFAP was moderately positive in 20% of cells.", "GFAP + moderate 20%"],
  ["The tumor was also positive for adipophilin.", "adipophilin +"],
  ["No BRAF mutation was found.", "BRAF mutation -"],
  [
    "Panel: AE1/AE3 positive, CAM5.2 positive, CK20 dot-like positive, TTF-1 negative.",
    "AE1/AE3 + | CAM5.2 + | CK20 + | TTF-1 -",
  ],
  ["Staining for CD1a and langerin was positive.", "CD1a + | langerin +"],
  [
    "SMA (1A4)            +++, in a tram-track pattern\nCalponin             ++\nDesmin, h-caldesmon  –",
    "SMA + strong clone:1A4 | Calponin + moderate | Desmin - | h-caldesmon -",
  ],
  ["Immunostains for HHV8 and ERG were both positive.", "HHV8 + | ERG +"],
  [
    "The tumor cells demonstrated diffuse cytoplasmic reactivity for glypican-3 and arginase-1.",
    "glypican-3 + diffuse | arginase-1 + diffuse",
  ],
  ["P40(+/-), CK5/6(+), LCA(-).", "P40 = | CK5/6 + | LCA -"],
  [
    "CD56 and synaptophysin were strongly expressed whereas chromogranin was only focally positive.",
    "CD56 + strong | synaptophysin + strong | chromogranin + focal",
  ],
  ["Inhibin stained more than 90% of the cells.", "Inhibin + 90%"],
  [
    "The cells coexpressed CD5 and CD23, without expression of cyclin D1.",
    "CD5 + | CD23 + | cyclin D1 -",
  ],
];

/** Written before the rules were run the first time and never used to mend them. */
export const unseen: readonly Sentence[] = [
  [
    "By immunohistochemistry, the epithelioid cells were reactive with antibodies against CD31 and ERG and did not stain for cytokeratin.",
    "CD31 + | ERG + | cytokeratin -",
  ],
  [
    "Vimentin, CD68 and lysozyme positive; S100, CD1a and desmin negative.",
    "Vimentin + | CD68 + | lysozyme + | S100 - | CD1a - | desmin -",
  ],
  [
    "Tumor cells are positive for PAX8 and CAIX and, weakly, for AMACR.",
    "PAX8 + | CAIX + | AMACR + weak",
  ],
  ["Nuclear expression of BAP1 was lost, while that of MTAP was preserved.", "BAP1 - | MTAP +"],
  ["The blasts were CD34+, CD117+, MPO+ and TdT-.", "CD34 + | CD117 + | MPO + | TdT -"],
  ["HMB-45 highlights scattered cells; melan-A is negative.", "HMB-45 + focal | melan-A -"],
  ["Strong and diffuse p16 positivity.", "p16 + diffuse strong"],
  ["The proliferative fraction, as measured by Ki-67, was approximately 60%.", "Ki-67 + 60%"],
  ["Cells show membranous CD99 and nuclear NKX2.2.", "CD99 + | NKX2.2 +"],
  [
    "GATA3 80% positive, GCDFP-15 negative, mammaglobin focally positive.",
    "GATA3 + 80% | GCDFP-15 - | mammaglobin + focal",
  ],
  ["No immunoreactivity was detected for CD30, ALK-1 or EMA.", "CD30 - | ALK-1 - | EMA -"],
  ["The stromal cells, but not the epithelium, were CD10 positive.", "CD10 +"],
  [
    "Uroplakin II: negative. GATA-3: positive (strong). p63: positive.",
    "Uroplakin II - | GATA-3 + strong | p63 +",
  ],
  [
    "An immunohistochemical panel (CD3, CD4, CD8, CD30) showed CD30 expression in less than 5% of lymphocytes.",
    "CD3 ? | CD4 ? | CD8 ? | CD30 ? | CD30 + 5%",
  ],
  ["Expression of CD5 was partial and that of CD20 dim.", "CD5 + focal | CD20 + weak"],
  ["PCR for Mycobacterium tuberculosis was negative.", ""],
  ["The patient was negative for HIV.", ""],
  [
    "Positive staining with CD138, kappa restricted, lambda negative.",
    "CD138 + | kappa + | lambda -",
  ],
  ["Markers of melanocytes (S100, SOX10) were negative.", "S100 - | SOX10 -"],
  ["SF-1 and inhibin were positive, the latter only focally.", "SF-1 + | inhibin + focal"],
];
