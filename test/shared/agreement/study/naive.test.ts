import fc from "fast-check";
import { expect, test } from "vitest";
import { percentileInterval, resamples } from "../../../../shared/agreement/bootstrap.ts";
import { cohenKappa } from "../../../../shared/agreement/coding/cohen-kappa.ts";
import { fleissKappa } from "../../../../shared/agreement/coding/fleiss-kappa.ts";
import { krippendorffAlpha } from "../../../../shared/agreement/coding/krippendorff-alpha.ts";
import { measureCoding } from "../../../../shared/agreement/coding/measure-coding.ts";
import type { Figure } from "../../../../shared/agreement/study/figure.ts";
import { usualMeasureIds } from "../../../../shared/agreement/study/measure-ids.ts";
import type { StudyReport } from "../../../../shared/agreement/study/report.ts";
import {
  type ProjectStudyOptions,
  startProjectStudy,
} from "../../../../shared/agreement/study/study.ts";
import { tokenRanges } from "../../../../shared/text/tokens.ts";

/*
 * What a study computes from sums is what a plain reading of the reports gives, round by round.
 */

const text = "one two three four five six seven";
const words = text.split(" ");
const annotators = ["Ana", "Ben", "Cy"];

const arbitrarySpan = fc
  .tuple(
    fc.nat(6),
    fc.nat(2),
    fc.constantFrom("x", "y"),
    fc.constantFrom("f", "m", null),
    fc.nat(2),
  )
  .map(([first, more, label, sex, entity]) => {
    const last = Math.min(first + more, words.length - 1);
    const start = words.slice(0, first).join(" ").length + Number(first > 0);
    const end = words.slice(0, last + 1).join(" ").length;
    return {
      ...{ id: `${first}-${last}-${label}`, label, ranges: [{ start, end }], entity: `e${entity}` },
      attributes: sex === null ? {} : { sex },
    };
  });
const arbitraryLayer = fc.record({
  status: fc.constantFrom("done" as const, "done" as const, "done" as const, "open" as const),
  spans: fc.uniqueArray(arbitrarySpan, { maxLength: 5, selector: ({ id }) => id }),
});
const arbitraryReports = fc
  .array(fc.tuple(fc.nat(3), arbitraryLayer, arbitraryLayer, arbitraryLayer), {
    ...{ minLength: 2, maxLength: 6 },
  })
  .map((all) =>
    all.map(
      ([number, ...layers], at): StudyReport => ({
        ...{ id: `${at}`, title: `${at}`, case: `case ${number}`, text, sections: [] },
        layers: layers.map((layer, who) => ({
          ...{ annotator: annotators[who] ?? "", ...layer, labels: {} },
          entities: ["e0", "e1", "e2"].map((id) => ({ id, codes: [] })),
          ...{ relations: [], events: [], groups: [] },
        })),
      }),
    ),
  );

function figures(
  reports: readonly StudyReport[],
  options: Partial<ProjectStudyOptions> = {},
): Figure[] {
  const measures = usualMeasureIds;
  const asked = { annotators, measures, by: [], bootstrap: null, overlap: 0, ...options };
  const study = startProjectStudy(asked);
  for (const report of reports) study.add(report);
  const steps = study.figures();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value.measures;
  }
}

/** Each word's labels, by annotator; of reports that two have finished. */
function items(reports: readonly StudyReport[], of: (labels: string[]) => string) {
  const done = ({ layers }: StudyReport) => layers.filter(({ status }) => status !== "open");
  const categories: string[] = [];
  const placeOf = (category: string) => {
    const at = categories.indexOf(category);
    return at >= 0 ? at : categories.push(category) - 1;
  };
  const all = reports
    .filter((report) => done(report).length > 1)
    .flatMap((report) =>
      tokenRanges(report.text).map(({ start, end }) =>
        report.layers.map(({ status, spans }) => {
          if (status === "open") return null;
          const touching = spans.filter(
            ({ ranges: [range] }) => range && range.start < end && range.end > start,
          );
          return placeOf(of([...new Set(touching.map(({ label }) => label))].sort()));
        }),
      ),
    );
  return { coding: { raters: 3, categories }, all };
}

test.each([null, "x"])(
  "coefficients of tokens are those of the tokens as items, of label %s",
  (label) => {
    fc.assert(
      fc.property(arbitraryReports, (reports) => {
        const found = figures(reports, { by: ["label"] }).filter((one) => one.label === label);
        const { coding, all } = items(reports, (labels) =>
          label === null ? labels.join("+") : String(labels.includes(label)),
        );
        for (const measure of [fleissKappa(), krippendorffAlpha()]) {
          const figure = found.find(({ id }) => id === `${measure.id}-token`);
          const plain = measureCoding(measure, coding, all)();
          if (all.length > 0 && figure !== undefined)
            expect(figure.value).toEqual(plain.defined ? expect.closeTo(plain.value, 9) : null);
        }
      }),
      { numRuns: 100 },
    );
  },
);

test("Cohen's kappa of tokens is the mean over pairs", () => {
  fc.assert(
    fc.property(arbitraryReports, (reports) => {
      const { coding, all } = items(reports, (labels) => labels.join("+"));
      const values = [
        [0, 1],
        [0, 2],
        [1, 2],
      ].flatMap(([a = 0, b = 0]) => {
        const pair = all.map((item) => [item[a] ?? null, item[b] ?? null]);
        const plain = measureCoding(cohenKappa, { ...coding, raters: 2 }, pair)();
        return plain.defined ? plain.value : [];
      });
      const figure = figures(reports).find(({ id }) => id === "cohen-kappa-token");
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(figure?.value).toEqual(values.length === 0 ? null : expect.closeTo(mean, 9));
    }),
    { numRuns: 100 },
  );
});

test("a bootstrap round is the study of the cases drawn, of every measure", () => {
  const bootstrap = { seed: 5, rounds: 12 };
  fc.assert(
    fc.property(arbitraryReports, (reports) => {
      const compared = reports.filter(
        ({ layers }) => layers.filter(({ status }) => status !== "open").length > 1,
      );
      const cases = [...new Set(compared.map((report) => report.case))];
      const rounds = Array.from(resamples(cases.length, bootstrap), (times) =>
        figures(
          cases.flatMap((name, at) => {
            const own = compared.filter((report) => report.case === name);
            return Array.from({ length: times[at] ?? 0 }, () => own).flat();
          }),
        ),
      );
      for (const { id, scope, attribute, value, ci } of figures(reports, { bootstrap })) {
        // Which categories and attributes there are is the study's, and whether a report is by all; a draw may lack it.
        if (
          value === null ||
          scope !== "all" ||
          /^(attribute|bennett|gwet|krippendorff-alpha-u)/.test(id)
        )
          continue;
        const values = rounds.map(
          (round) =>
            round.find((one) => one.id === id && one.attribute === attribute)?.value ?? null,
        );
        const plain = percentileInterval(values, cases.length);
        const ends = plain.defined
          ? [expect.closeTo(plain.low, 9), expect.closeTo(plain.high, 9)]
          : null;
        expect([id, ci]).toEqual([id, ends]);
      }
    }),
    { numRuns: 25 },
  );
});
