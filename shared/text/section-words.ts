import type { SectionKind } from "../model/report.ts";

/** How headings are worded, by kind; the first that fits the whole heading counts. */
const wordings: [kind: SectionKind, pattern: string][] = [
  ["abstract", "(structured |graphical )?abstract|summary"],
  [
    "introduction",
    "(introduction|background)( and (background|importance|objectives?|aims?|case report))?|objectives?|aims?|purpose|rationale|context|importance",
  ],
  [
    "diagnosis",
    "((final|pathologic(al)?|histologic(al)?|histopathologic(al)?|cytologic(al)?|clinical|differential|pre-?operative|post-?operative|surgical pathology|provisional|working|primary|principal|frozen section|discharge|admission|integrated) )*diagnos[ie]s( and comment)?|diagnostic (assessment|impression)|(clinical )?impression|interpretation|frozen section( consultation)?",
  ],
  [
    "case",
    "((clinical|our|index|the|first|second|third) )*cases?( [0-9]+| [ivx]+)?( (reports?|presentations?|descriptions?|summary|study|series|details|illustration))?( [0-9]+)?|patients?( [0-9]+)?( (presentation|description|information|report))?|presentation of (the )?cases?|report of (a |the )?cases?|patient and observation|clinical presentation|presentation",
  ],
  [
    "history",
    "((clinical|medical|past|past medical|family|social|surgical|patient|present|personal|obstetric|relevant) )*(history|anamnesis)( and (physical )?examination)?|clinical (information|data|details|findings|features|summary|examination)|history of (the )?present(ing)? (illness|complaint)|(chief|presenting) complaints?|physical exam(ination)?( findings)?|medications|allergies|patient'?s? history",
  ],
  [
    "immunohistochemistry",
    "immuno-?(histochemistry|histochemical|histochemically|phenotype|phenotypic|phenotyping|stains?|staining|stainings|profile|fluorescence)( (stains?|staining|findings|results|studies|study|analysis|panel|profile|features))?|immunohistochemical (and|&) .{3,30}|ihc( (results|findings|panel))?|(special|ancillary) (stains|studies)",
  ],
  [
    "molecular",
    "(molecular|cytogenetics?|genetics?|genomic|genetic|fish|sequencing)( (genetics?|pathology|stud(y|ies)|findings|analys[ie]s|results|testing|tests?|diagnostics|features|profiling))?|next[- ]generation sequencing|(molecular )?cytogenetics|molecular (and|&) .{3,30}",
  ],
  [
    "gross",
    "((gross|macroscopic)( (description|examination|findings|features|pathology|appearance))?|macroscopy|specimens?( (received|submitted|description|type|source|\\(s\\)))?)",
  ],
  [
    "microscopy",
    "(micro|microscopic|histologic(al)?|histopathologic(al)?|pathologic(al)?|cytologic(al)?|ultrastructural|pathology|histology|histopathology)( (description|examination|exam|findings|features|evaluation|analysis|report|results|appearance))?|microscopy|cytology|morphology|electron microscopy|((first|second|third|repeat|core|needle|excisional) )*biopsy( (findings|results?))?|(pathology|histology|histologic findings|microscopy|microscopic findings) and immuno.{4,30}",
  ],
  [
    "imaging",
    "((diagnostic|medical|radiologic(al)?|radiographic|preoperative|neuro-?) ?)*(imaging|radiology|radiologic(al)?|radiographic|ct|mri|ultrasound|pet[-/]ct)( (findings|features|studies|examination|workup|results|report))?|radiographs?",
  ],
  [
    "treatment",
    "((clinical|surgical|medical|operative|therapeutic|systemic|(neo-?)?adjuvant|(first|second|third)[- ]line) )*(treatment|therapy|management|intervention|procedure|technique)s?( (and|&) (outcomes?|management|follow-?up|surgery))?|operative (findings|note|report)|surgery|operation|operations|chemotherapy|radiotherapy",
  ],
  [
    "follow-up",
    "(clinical )?follow[- ]?up( (and|&) outcomes?)?|(clinical |patient )?outcomes?( (and|&) follow[- ]?up)?|((post-?operative|clinical|hospital|disease|subsequent|further) )+course( (and|&) .{3,30})?|prognosis|(first |second |local |tumor |disease )?(relapse|recurrence)s?",
  ],
  [
    "methods",
    "((patients?|materials?|subjects?|cases|design|study design|experimental) (and|&) )*methods?|methodology|materials|statistical analysis|study design|(patients?|materials?) and methods?|search strategy",
  ],
  ["references", "references?|bibliography|literature cited|works cited|reference list"],
  [
    "conclusion",
    "((summary|discussion|final) (and|&) )?conclusions?|concluding remarks|(learning|key|teaching) points|take[- ]home messages?|clinical significance|final remarks",
  ],
  [
    "discussion",
    "discussions?( (and|&) (conclusions?|literature review|review of (the )?literature))?|comments?|(literature review|review of (the )?literature)( (and|&) discussion)?",
  ],
  [
    "results",
    "((main|key|laboratory|lab|blood|biochemical|clinical) )*(results?|findings|investigations?)( (and|&) discussion)?|laboratory (tests?|data|values|studies)|investigations|observations?|lab(oratory)? work-?up",
  ],
  [
    "other",
    "acknowledge?ments?|(source of )?fundings?( .{2,30})?|financial (support|disclosure).{0,30}|(conflicts?|declarations?) of .{4,40}|competing interests?|ethic.{2,40}|((informed|patient|written) )*consent( .{3,30})?|authors?'? ?contributions?|author'?s? contributions|(list of )?abbreviations( .{2,20})?|key ?words?|disclosures?|(supplementa(ry|l)|supporting) .{4,30}|(data )?availability .{4,40}|patient(’s|'s)? perspective|appendix( .{1,10})?|footnotes?|addend(um|a)( [0-9]+)?|flow cytometry( .{4,20})?|correspondence|how to cite .{3,40}|publisher(’s|'s) note",
  ],
];

const patterns = wordings.map(
  ([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})$`, "u")] as const,
);

const kindOfWords = (words: string): SectionKind | null =>
  patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null;

/** The kind that a heading's words stand for, with or without their last brackets; null for words that head no section we know. */
export function kindOfHeading(heading: string): SectionKind | null {
  const words = heading
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/\s+/g, " ")
    .replace(/[\s.:–—-]+$/, "");
  if (words.length === 0 || words.length > 60) return null;
  return kindOfWords(words) ?? kindOfWords(words.replace(/ \([^()]{3,}\)$/, ""));
}
