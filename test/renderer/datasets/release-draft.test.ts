import { describe, expect, test } from "vitest";
import { draftProblems } from "../../../renderer/datasets/draft-problems.ts";
import { nextVersion } from "../../../renderer/datasets/next-version.ts";
import { newDraft, type ReleaseDraft } from "../../../renderer/datasets/release-draft.ts";
import { requestOf } from "../../../renderer/datasets/release-request.ts";
import { type RememberedRelease, Texts } from "../../../shared/contract/datasets.ts";
import { Scheme } from "../../../shared/model/scheme.ts";

const scheme = Scheme.parse({ name: "Tumours", labels: [{ name: "marker" }, { name: "drug" }] });
const project = { id: "p1", name: "Tumours" };
const nothing = { hasGold: false, hasIdentifiers: false };
const first = newDraft({ newest: undefined, project, scheme, ...nothing });

const author = { given: "Ana", family: "Lind", orcid: "0000-0002-1825-0097", affiliation: "" };

/** A release as the project remembers one that was made of the draft. */
function remembered(draft: ReleaseDraft): RememberedRelease {
  const { options, texts } = requestOf(draft);
  const { likeness = 0.7, reports = "*", ...rest } = options;
  return {
    ...{ id: "r1", title: texts.title, version: texts.version ?? "", at: "", place: "" },
    options: { ...rest, likeness, reports },
    texts: Texts.parse(texts),
    counts: { cases: 1, reports: 1, spans: 1, entities: 0, relations: 0 },
  };
}

test.each([
  ["1.0.0", "1.1.0"],
  ["2.9.4", "2.10.0"],
  ["1.9", "1.10"],
  ["2026-1", "2026-2"],
  ["7", "8"],
  ["final", "final 2"],
])("the version after %s is %s", (version, next) => {
  expect(nextVersion(version)).toBe(next);
});

test("the next release has all of the newest, but for what belongs to one version alone", () => {
  const made: ReleaseDraft = {
    ...first,
    texts: { ...first.texts, authors: [author], licence: "CC-BY-4.0", doi: "10.1/x" },
    search: "status:done",
    labels: { labels: { marker: "stain", drug: null }, relations: {} },
    formats: ["brat", "csv"],
    parts: [{ name: "all", share: "1" }],
    looksForAlike: false,
  };
  const newest = remembered(made);
  expect(newest.options.reports).toBe("* status:done");
  expect(newest.texts.authors[0]?.orcid).toBe("https://orcid.org/0000-0002-1825-0097");
  const onlyMarker = Scheme.parse({ name: "Tumours", labels: [{ name: "marker" }] });
  const next = newDraft({
    ...{ newest, project, scheme: onlyMarker, hasGold: true, hasIdentifiers: true },
  });
  expect(next).toEqual({
    ...made,
    texts: { ...made.texts, version: "1.1.0", doi: "" },
    labels: { labels: { marker: "stain" }, relations: {} },
    continues: "r1",
    deidentify: true,
  });
});

describe("a draft", () => {
  test("is made as it begins, without what changes nothing", () => {
    expect(draftProblems(first, [])).toEqual([]);
    const labels = { labels: { marker: "marker", drug: " medicine " }, relations: {} };
    expect(requestOf({ ...first, labels }).options).toEqual({
      reports: "*",
      layers: { of: "all" },
      labels: { labels: { drug: "medicine" }, relations: {} },
      formats: [],
      parts: [
        { name: "train", share: 80 },
        { name: "validation", share: 10 },
        { name: "test", share: 10 },
      ],
      stratifyBy: { labels: true, metadata: [] },
      likeness: 0.7,
      seed: 1,
    });
  });

  test("says all that is wrong with it, in the order of the form", () => {
    const wrong: ReleaseDraft = {
      ...first,
      texts: {
        ...first.texts,
        ...{ title: " ", version: "", released: "soon" },
        authors: [{ ...author, family: "", orcid: "17" }],
      },
      search: " ",
      labels: { labels: { marker: " " }, relations: {} },
      parts: [
        { name: "Train", share: "0" },
        { name: "train", share: "" },
        { name: "", share: "1" },
      ],
      seed: "one",
      likeness: "40",
      continues: "r1",
    };
    const fields = draftProblems(wrong, [remembered(first)]).map(({ field }) => field);
    expect(fields).toEqual([
      ...["title", "version", "orcid 0", "family 0", "released", "search", "label marker"],
      ...["share 0", "part 1", "share 1", "part 2"],
      ...["continues", "continues", "seed", "likeness"],
    ]);
  });
});

test("a new release is of what was decided on where decisions were made, as a later one of “gold” is", () => {
  const of = (newest: RememberedRelease | undefined, hasGold: boolean) =>
    newDraft({ ...{ newest, project, scheme, hasGold }, hasIdentifiers: false }).layers;
  const made = (layers: ReleaseDraft["layers"]) => remembered({ ...first, layers });
  expect([of(undefined, false), of(undefined, true)]).toEqual([{ of: "all" }, { of: "gold" }]);
  expect(of(made({ of: "one", annotator: "gold" }), true)).toEqual({ of: "gold" });
  expect(of(made({ of: "all" }), true)).toEqual({ of: "all" });
});
