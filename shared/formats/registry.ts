import { bioCJson } from "./bioc/bioc-json.ts";
import { bioCXml } from "./bioc/bioc-xml.ts";
import { brat } from "./brat/brat.ts";
import { casemarkJsonl } from "./casemark-jsonl/casemark-jsonl.ts";
import { conll, conllIobes } from "./conll/conll.ts";
import { doccano } from "./doccano/doccano.ts";
import type { Format } from "./format.ts";
import { knowtator } from "./knowtator/knowtator.ts";
import { labelStudio } from "./label-studio/label-studio.ts";
import { medtator } from "./medtator/medtator.ts";
import { prodigy } from "./prodigy/prodigy.ts";
import { pubannotation } from "./pubannotation/pubannotation.ts";
import { pubTator } from "./pubtator/pubtator.ts";
import { uimaCasJson } from "./uima/uima-cas-json.ts";
import { uimaXmi } from "./uima/uima-xmi.ts";
import { webAnnotation } from "./web-annotation/web-annotation.ts";
import { webannoTsv } from "./webanno-tsv/webanno-tsv.ts";

/** Every format whose files hold annotated documents, in the order in which people are offered them. */
export const formats: readonly Format[] = [
  brat,
  casemarkJsonl,
  bioCXml,
  bioCJson,
  pubTator,
  doccano,
  prodigy,
  webannoTsv,
  conll,
  conllIobes,
  labelStudio,
  pubannotation,
  medtator,
  knowtator,
  webAnnotation,
  uimaXmi,
  uimaCasJson,
];

/** The format of an id. @throws RangeError for one that is not in the list. */
export function formatOf(id: string): Format {
  const format = formats.find((one) => one.id === id);
  if (format === undefined) throw new RangeError(`no format ${id}`);
  return format;
}

/** The format that a file seems to be of, by how it begins; null where none knows it. */
export function recognise(head: string, fileName: string): Format | null {
  return formats.find(({ reader }) => reader?.recognises(head, fileName)) ?? null;
}
