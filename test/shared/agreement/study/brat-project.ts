import { basename } from "node:path";
import type { StudyReport } from "../../../../shared/agreement/study/report.ts";
import { readBrat } from "../../../../shared/formats/brat/read.ts";
import { realFiles } from "../../../real-data.ts";

/** A brat project of one folder an annotator as reports that all of them have finished; none without the folder. */
export function bratProject(project: string, annotators: readonly string[]): StudyReport[] {
  const decoded = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");
  const texts = realFiles(`iaa/${project}/${annotators[0]}/*.txt`);
  return texts.map(({ name, bytes }) => {
    const title = basename(name, ".txt");
    const text = decoded(bytes);
    const layers = annotators.map((annotator) => {
      const [file] = realFiles(`iaa/${project}/${annotator}/${title}.ann`);
      const annotations = decoded(file?.bytes ?? new Uint8Array());
      const { layer } = readBrat({ text, annotations, annotator, file: `${title}.ann` });
      return { ...layer, status: "done" as const };
    });
    return { id: title, title, case: title, text, sections: [], layers };
  });
}

export const bratiaa = {
  folder: "bratiaa-4-annotators/example-project",
  annotators: ["Lisa", "Maria", "Max", "Peter"],
};
