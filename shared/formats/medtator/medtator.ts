import { type Format, holdsSpans } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { writeDtd } from "./dtd.ts";
import { fitToMedtator } from "./fit.ts";
import { medtatorNames } from "./names.ts";
import { readMedtator } from "./read.ts";
import { writeMedtator } from "./write.ts";

/** XML, a comment or a DOCTYPE perhaps, then an element that has TEXT first. */
const beginning =
  /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,5000}?-->\s*|<!DOCTYPE[^>[]*>\s*)?<[^\s<>/!?]+(?:\s[^<>]*)?>\s*<TEXT\s*\/?>/;

/**
 * The XML of MedTator and of MAE 2: TEXT and TAGS with `spans="4~9,12~15"`, links by `fromID` and `toID`, tags
 * of the whole text at "-1~-1"; beside it the scheme as a DTD.
 */
export const medtator: Format = {
  id: "medtator",
  title: titleOfFormat("medtator"),
  unit: "utf16",
  reader: {
    endings: [".xml"],
    recognises: (head) => beginning.test(head),
    byLine: false,
    read: readMedtator,
  },
  writer: {
    holds: {
      ...holdsSpans,
      discontinuous: true,
      spanAttributes: true,
      spanNotes: true,
      relations: true,
      relationAttributes: true,
      relationNotes: true,
      events: true,
      reportLabels: true,
    },
    files: "each",
    endings: [".xml"],
    fit: fitToMedtator,
    wholes: ({ scheme }) => [
      { name: `${medtatorNames(scheme, []).root}.dtd`, text: writeDtd(scheme) },
    ],
    write: (document, options) => [writeMedtator(document, options)],
  },
};
