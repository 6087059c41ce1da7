import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findDefects } from "../../../shared/defects/find.ts";
import { composeText } from "../../../shared/extract/compose.ts";
import { readJats } from "../../../shared/extract/jats/read.ts";

const data = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const folders = ["jats/case-reports/", "jats/multi-article/", "pdf/pmc-pairs/"];

test.skipIf(!existsSync(data))(
  "publishers' texts have nothing but what is wrong in them too (skipped without ../shared/data)",
  () => {
    const files = folders.flatMap((folder) =>
      readdirSync(data + folder)
        .filter((file) => file.endsWith("xml"))
        .map((file) => folder + file),
    );
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap(defectsOf).filter((defect) => !defect.endsWith(": two spaces"))).toEqual([
      "PMC8172793: of T2- FLAIR",
      "PMC6358576_PMC6358589: Adjusted P- value",
      "PMC6358576_PMC6358589: modeling PPARγ- RXRα",
      "f1000research-3-305-broken-tounicode: melanogaster 1– 3",
      "f1000research-3-305-broken-tounicode: attractants 12– 14",
      "f1000research-3-305-broken-tounicode: OBPs 17– 21",
      "f1000research-3-305-broken-tounicode: assays 24– 27",
    ]);
  },
  60_000,
);

/** The file's name and each defect in its words. */
function defectsOf(file: string): string[] {
  const articles = readJats({
    fileName: file,
    bytes: readFileSync(data + file),
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    isTimeUp: () => false,
  });
  return articles.flatMap((article) => {
    const { text } = composeText(article);
    return findDefects(text).map(({ kind, start, end }) => {
      const before = text.slice(0, start).split(/\s/).slice(-2).join(" ");
      const after = text.slice(end).split(/\s/)[0];
      const name = file
        .split("/")
        .at(-1)
        ?.replace(/\.n?xml$/, "");
      const words = `${before}${text.slice(start, end)}${after}`;
      return `${name}: ${kind === "spaces" ? "two spaces" : words}`;
    });
  });
}
