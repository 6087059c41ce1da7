import type { Format } from "../format.ts";
import { titleOfFormat } from "../format-ids.ts";
import { readKnowtator, textFileOf } from "./read.ts";

/** The XML of Knowtator and eHOST, beside the text: "report.txt.knowtator.xml" beside "report.txt". */
export const knowtator: Format = {
  id: "knowtator",
  title: titleOfFormat("knowtator"),
  unit: "utf16",
  reader: {
    endings: [".knowtator.xml", ".xml"],
    recognises: (head) => /<annotations\b[^>]*\stextSource\s*=/.test(head),
    byLine: false,
    beside: textFileOf,
    read: readKnowtator,
  },
  writer: null,
};
