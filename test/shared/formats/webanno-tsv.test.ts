import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../electron/file-source.ts";
import { AppError } from "../../../shared/errors.ts";
import { differences } from "../../../shared/formats/differences.ts";
import { applyFit } from "../../../shared/formats/fit/apply-fit.ts";
import { countedWarnings } from "../../../shared/formats/reading/counted-warnings.ts";
import { recognise } from "../../../shared/formats/registry.ts";
import { uimaXmi } from "../../../shared/formats/uima/uima-xmi.ts";
import { casOfFile } from "../../../shared/formats/webanno-tsv/read/cas-of-file.ts";
import { webannoTsv } from "../../../shared/formats/webanno-tsv/webanno-tsv.ts";
import { writeCas } from "../../../shared/formats/webanno-tsv/write/write-cas.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { realFiles } from "../../real-data.ts";
import { againAfterWriting } from "./again.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "./round-trip.ts";
import { describeWith } from "./shared-data.ts";

const named = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";

function spanOf(
  text: string,
  label: string,
  ranges: [number, number][],
  more: Partial<Span> = {},
): Span {
  const places = ranges.map(([start, end]) => ({ start, end }));
  const quote = quoteOf(text, places);
  const plain = { attributes: {}, entity: null, note: "" };
  return { id: `${label} ${quote}`, label, ranges: places, quote, ...plain, ...more };
}

function documentOf(text: string, layer: Partial<DocumentLayer>): AnnotatedDocument {
  const empty = { spans: [], entities: [], relations: [], events: [], groups: [], labels: {} };
  const whole = { annotator: "Ana", status: "open" as const, source: null, ...empty, ...layer };
  const facts = { name: "report", title: "report", case: "report", sections: [], metadata: {} };
  return { ...facts, text, layers: [whole] };
}

const tsv = (text: string) => {
  const [only] = readText(webannoTsv, text);
  if (!only) throw new Error("no document");
  return only;
};

/** Spans as label and words, with where they begin. */
const shortSpans = ({ layers }: AnnotatedDocument) =>
  (layers[0]?.spans ?? []).map(
    ({ label, ranges, quote }) => `${label} ${ranges[0]?.start} ${quote}`,
  );

const samples = realFiles(
  "{formats/webanno-tsv,iaa/inception-curation,iaa/inception-agreement}/**/*.tsv",
);
test.skipIf(samples.length === 0)(
  "real files come back from being written as they were read",
  () => {
    const lost = samples.flatMap((file) => {
      const [first] = readFile(webannoTsv, file);
      if (!first) return [`${file.name}: nothing`];
      const again = againAfterWriting(webannoTsv, first.document);
      return [...first.warnings, ...again.losses, ...again.differences];
    });
    expect(lost).toEqual([]);
  },
);

test.skipIf(samples.length === 0)(
  "files of every version are recognised, other tables are not",
  () => {
    const formatsOf = (files: typeof samples) =>
      new Set(
        files.map(({ name, bytes }) => {
          const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
          return recognise(head, name)?.id ?? "none";
        }),
      );
    expect([...formatsOf(samples)]).toEqual(["webanno-tsv"]);
    const others = realFiles("{formats/conll,terminology}/**/*.tsv", 500_000);
    expect(formatsOf(others)).not.toContain("webanno-tsv");
  },
);

/** What INCEpTION's own rows leave out of the XMI beside them; all the rest is the same. */
const notInRows: Record<string, string[]> = {
  testAnnotationWithLeadingWhitespaceAtStart: ["Spans that begin or end in white space"],
  testAnnotationWithTrailingWhitespaceAtEnd: ["Spans that begin or end in white space"],
  testZeroWidthAnnotationBetweenTokenIsMovedToEndOfPreviousToken: [
    "Spans that begin or end in white space",
  ],
};

describeWith("formats/webanno-tsv/inception/tsv3-suite", (folder) => {
  const cases = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, "reference.xmi")))
        .sort()
    : [];

  test("rows are written as INCEpTION writes them, but for columns without any value, chains and tokens", () => {
    const same = cases.filter((name) => {
      const bytes = readFileSync(join(folder, name, "reference.tsv"));
      const cas = casOfFile(sourceOf(bytes, name), null, countedWarnings(name));
      return writeCas(cas, "utf16") === bytes.toString("utf8");
    });
    expect(same).toEqual([
      "testCrossSentenceSpanWithFeatureValue",
      "testMultiTokenSpanWithFeatureValue",
      "testMultiTokenStackedSlotFeature",
      "testSimpleCrossSenenceSlotFeature",
      "testSimpleSlotFeature",
      "testStackedSimpleSlotFeatureWithoutValues",
      "testSubMultiTokenSpanWithFeatureValue",
      "testSubTokenPrefix",
      "testTokenBoundedSpanWithAsteriskFeatureValue",
      "testTokenBoundedSpanWithNastyFeatureValue",
      "testTokenBoundedSpanWithUnderscoreFeatureValue",
      "testTokenBoundedStackedLookAlike",
      "testTwoSentencesWithNoSpaceInBetween",
      "testZeroLengthSlotFeature1",
      "testZeroLengthSpanBetweenAdjacentTokens",
      "testZeroLengthStackedSpansWithoutFeatures",
    ]);
  });

  test.each(cases)("%s says the same as its XMI", (name) => {
    const file = (ending: string) =>
      readFileSync(join(folder, name, `reference.${ending}`), "utf8");
    const xmi = file("xmi");
    // These XMI files name a layer and a feature by other names than the rows beside them.
    const rows = xmi.includes("NamedEntity ")
      ? file("tsv").replaceAll("webanno.custom.Span", named).replace("integerValue", "intValue")
      : file("tsv");
    const [inXmi] = readText(uimaXmi, xmi, "reference");
    const [inRows] = readText(webannoTsv, rows, "reference");
    if (!inXmi || !inRows || !webannoTsv.writer) throw new Error("nothing read");
    const fitted = applyFit(webannoTsv.writer, inXmi.document, plainOptions);
    // A space behind the last word is lost to INCEpTION's rows and not to ours.
    const expected = { ...fitted.document, text: fitted.document.text.trimEnd() };
    // Rows have no place for the document's id.
    const lost = ["Metadata of reports", ...(notInRows[name] ?? [])];
    expect(fitted.losses.map(({ things }) => things)).toEqual(lost);
    expect(differences(expected, inRows.document)).toEqual([]);
  });
});

test("whatever a document holds is written and read back the same, or counted as lost", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const { differences: found, losses, document: fitted } = roundTrip(webannoTsv, document);
      expect(found).toEqual([]);
      if (losses.length === 0) expect(differences(document, fitted)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("white space between sentences comes back as it was", () => {
  const piece = fc.constantFrom(
    "Ki-67.",
    "ER+",
    "\n",
    " ",
    "\t",
    "\n\n",
    "A",
    "。",
    "🧪.",
    "\\",
    "#Text=",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = `A${pieces.join("")}`;
      const { losses, back } = roundTrip(webannoTsv, documentOf(text, {}));
      expect({ losses, text: back.text }).toEqual({ losses: [], text });
    }),
    { numRuns: 300 },
  );
});

const text = "ER and PR were positive.  🧪 See *note*\n\nNo CD34.";
const document = documentOf(text, {
  spans: [
    spanOf(text, "marker", [[0, 2]], { id: "er", attributes: { percent: 80, negated: true } }),
    spanOf(text, "marker", [[7, 9]], { id: "pr", note: "a|b[1]_*;->\\\tc\nd" }),
    spanOf(text, "result", [[3, 24]], { id: "result" }),
    spanOf(
      text,
      "part",
      [
        [10, 12],
        [15, 20],
      ],
      { id: "part", unsure: true },
    ),
    spanOf(text, "gap", [[26, 28]], { id: "emoji", entity: "e" }),
    spanOf(text, "point", [[24, 24]], { id: "point" }),
  ],
  entities: [
    {
      ...{ id: "e", kind: "gap", name: "CD34", fields: {}, note: "" },
      codes: [{ system: "HGNC", code: "1662", display: "CD34" }],
    },
  ],
  relations: [
    { id: "r", label: "has", from: "result", to: "pr", attributes: { sure: "partly" }, note: "" },
  ],
  events: [
    {
      ...{ id: "v", label: "staining", trigger: "er", attributes: {}, note: "" },
      arguments: [
        { role: "of", target: "pr" },
        { role: "in", target: "v" },
      ],
    },
  ],
  groups: [{ id: "g", label: "pair", members: ["er", "pr"], note: "" }],
});

test("words are rows, and parts of words rows of their own", () => {
  const { losses, differences: found, texts } = roundTrip(webannoTsv, document);
  expect({ losses, found }).toEqual({ losses: [], found: [] });
  expect(texts[0]).toMatchInlineSnapshot(`
    "#FORMAT=WebAnno TSV 3.3
    #T_SP=webanno.custom.Fragment|
    #T_SP=webanno.custom.Event|ROLE_webanno.custom.Event:arguments_webanno.custom.EventArgumentsLink|uima.tcas.Annotation|label|ROLE_webanno.custom.Event:trigger_webanno.custom.EventTriggerLink|webanno.custom.Span
    #T_SP=webanno.custom.Group|label|ROLE_webanno.custom.Group:members_webanno.custom.GroupMembersLink|webanno.custom.Span
    #T_SP=webanno.custom.Span|ROLE_webanno.custom.Span:fragments_webanno.custom.SpanFragmentsLink|webanno.custom.Fragment|identifier|identifierName|label|negated|note|percent|unsure
    #T_RL=webanno.custom.Relation|label|sure|BT_webanno.custom.Span


    #Text=ER and PR were positive.  
    1-1	0-2	ER	_	of;in[1]	1-3[3];1-1[1]	staining[1]	*[1]	1-1	pair	*;*	1-1;1-3[3]	_	*	*	*	marker	true	*	80	*	_	_	_	
    1-2	3-6	and	_	_	_	_	_	_	_	_	_	_[2]	*	*[2]	*[2]	result[2]	*[2]	*[2]	*[2]	*[2]	_	_	_	
    1-3	7-9	PR	_	_	_	_	_	_	_	_	_	_[2]|_[3]	*|*	*[2]|*[3]	*[2]|*[3]	result[2]|marker[3]	*[2]|*[3]	*[2]|a\\|b\\[1\\]\\_\\*\\;\\->\\\\\\tc\\nd[3]	*[2]|*[3]	*[2]|*[3]	has	partly	1-2[2_3]	
    1-4	10-14	were	_	_	_	_	_	_	_	_	_	_[2]	*	*[2]	*[2]	result[2]	*[2]	*[2]	*[2]	*[2]	_	_	_	
    1-4.1	10-12	we	_	_	_	_	_	_	_	_	_	*	1-5.1	*	*	part	*	*	*	true	_	_	_	
    1-5	15-23	positive	_	_	_	_	_	_	_	_	_	_[2]	*	*[2]	*[2]	result[2]	*[2]	*[2]	*[2]	*[2]	_	_	_	
    1-5.1	15-20	posit	*	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    1-6	23-24	.	_	_	_	_	_	_	_	_	_	_[2]	*	*[2]	*[2]	result[2]	*[2]	*[2]	*[2]	*[2]	_	_	_	
    1-6.1	24-24		_	_	_	_	_	_	_	_	_	_	*	*	*	point	*	*	*	*	_	_	_	

    #Text=🧪 See *note*
    #Text=
    2-1	26-28	🧪	_	_	_	_	_	_	_	_	_	_	*	HGNC:1662	CD34	gap	*	*	*	*	_	_	_	
    2-2	29-32	See	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    2-3	33-34	*	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    2-4	34-38	note	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    2-5	38-39	*	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	

    #Text=No CD34.
    3-1	41-43	No	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    3-2	44-48	CD34	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    3-3	48-49	.	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	_	
    "
  `);
});

test("offsets are UTF-16 code units, and code points on request", () => {
  const rowOf = (offsets: "native" | "codepoint") =>
    roundTrip(webannoTsv, document, { ...plainOptions, offsets });
  const places = (offsets: "native" | "codepoint") =>
    rowOf(offsets)
      .texts[0]?.split("\n")
      .filter((line) => /\t(🧪|CD34)\t/u.test(line))
      .map((line) => line.split("\t")[1]);
  expect(places("native")).toEqual(["26-28", "44-48"]);
  expect(places("codepoint")).toEqual(["26-27", "43-47"]);
  expect(rowOf("codepoint").differences).toEqual([]);
});

describe("files that are not as INCEpTION writes them are read as they are meant", () => {
  const head = `#FORMAT=WebAnno TSV 3.2\n#T_SP=${named}|value\n\n\n`;

  test("offsets in code points", () => {
    const rows = "#Text=🧪 ER .\n1-1\t0-1\t🧪\tA\t\n1-2\t2-4\tER\tB\t\n1-3\t5-6\t.\t_\t\n";
    const { document: read, warnings } = tsv(head + rows);
    expect(shortSpans(read)).toEqual(["A 0 🧪", "B 3 ER"]);
    expect(warnings).toEqual(['"file": offsets count Unicode code points; they were read so.']);
  });

  test("CRLF at the ends of lines, ids of sentences, no tab behind the last column", () => {
    const rows =
      "#Sentence.id=s1\r\n#Text=ER +\r\n#Text=PR\r\n1-1\t0-2\tER\tA[1]\r\n1-2\t3-4\t+\tA[1]\r\n1-3\t5-7\tPR\t_";
    const { document: read, warnings } = tsv(head.replaceAll("\n", "\r\n") + rows);
    expect({ text: read.text, spans: shortSpans(read), warnings }).toEqual({
      text: "ER +\nPR",
      spans: ["A 0 ER +"],
      warnings: [],
    });
  });

  test("white space before the first token of a sentence", () => {
    const { document: read } = tsv(`${head}#Text= ER\n1-1\t1-3\tER\tA\t\n`);
    expect({ text: read.text, spans: shortSpans(read) }).toEqual({
      text: " ER",
      spans: ["A 1 ER"],
    });
  });

  test("the escapes of version 3.1, and those of a text from 3.2 on", () => {
    const rows = '#Text=\\u00e9\\"\\t\\\\n\n1-1\t0-1\té\t_\t\n';
    expect(tsv(head.replace("3.2", "3.1") + rows).document.text).toBe('é"\t\\n');
    expect(tsv(`${head}#Text=\\u0\\t\\\\n\n1-1\t0-1\t\\\t_\t\n`).document.text).toBe("\\u0\t\\n");
  });

  test("words that the text does not have, and references to nothing, are counted", () => {
    const layers = `#FORMAT=WebAnno TSV 3\n#T_SP=${named}|value\n#T_RL=webanno.custom.Relation|value|BT_${named}\n\n\n`;
    const { document: read, warnings } = tsv(
      `${layers}#Text=ER +\n1-1\t0-2\tPR\tA\tr\t1-2\t\n1-2\t3-4\t+\t_\t_\t_\t\n`,
    );
    expect(read.layers[0]?.relations).toEqual([]);
    expect(warnings).toEqual([
      '"file": line 7 names another word than the text has there; its offsets were believed.',
      '"file": token 1-2 is referred to but has no such annotation; the reference was left out.',
    ]);
  });
});

describe("older versions", () => {
  test("TSV 2 tags words with B- and I-, several values behind each other", () => {
    const { document: read } = tsv(
      [
        ` # ${named} | value # webanno.custom.Relation | kind | AttachTo=${named}`,
        "#id=1",
        "#text=ER and PR  positive",
        "1-1\tER\tB-M|B-X\t_\t_\t",
        "1-2\tand\tI-M|O\t_\t_\t",
        "1-3\tPR\tI-M|B-X\tsame\t1-1\t",
        `1-4\tpositive\tB-${named}\t_\t_\t`,
        "",
      ].join("\n"),
    );
    expect(shortSpans(read)).toEqual([
      "M 0 ER and PR",
      "X 0 ER",
      "X 7 PR",
      "NamedEntity 11 positive",
    ]);
    expect(read.layers[0]?.relations).toMatchObject([
      { label: "Relation", attributes: { kind: "same" } },
    ]);
  });

  test("a text that is not that of its words is made of the words", () => {
    const { document: read, warnings } = tsv(
      ` # ${named} | value\n#id=1\n#text=ER\n1-1\tER\tB-M\t\n1-2\t+\tO\t\n`,
    );
    expect(read.text).toBe("ER +");
    expect(warnings).toEqual([
      '"file": token 1-1 begins a sentence whose words are not those of its text; the text was made of the words.',
    ]);
  });
});

describe("a file that cannot be read is refused with its line", () => {
  const head = `#FORMAT=WebAnno TSV 3.3\n#T_SP=${named}|value\n\n\n#Text=ER +\n`;
  test.each([
    [
      "another format",
      "#FORMAT=WebAnno TSV 4.0\n",
      "is not WebAnno TSV 3 or older: its first line names no such format; export it again as WebAnno TSV 3.",
    ],
    [
      "a layer without a name",
      "#FORMAT=WebAnno TSV 3.3\n#T_SP=\n",
      "declares in line 2 a layer without a name or, for a relation, without the layer of its ends; export it again.",
    ],
    [
      "a row that is none",
      `${head}ER\n`,
      "has in line 6 no token with its number and offsets; export it again as WebAnno TSV 3.",
    ],
    [
      "too few columns",
      `${head}1-1\t0-2\tER\n`,
      "has in line 6 0 columns behind the token where its header names 1; export it again.",
    ],
    [
      "an offset outside",
      `${head}1-1\t0-2\tER\t_\t\n1-2\t3-9\t+\t_\t\n`,
      "has offsets outside its text: line 7 ends at 9; check that text and annotations belong together.",
    ],
    [
      "an end before its start",
      `${head}1-1\t0-2\tER\t_\t\n1-2\t4-3\t+\t_\t\n`,
      "has offsets the wrong way round: line 7 ends at 3, before it starts at 4; correct them and import it again.",
    ],
    [
      "a sentence within another",
      `${head}1-1\t0-2\tER\t_\t\n\n#Text=PR\n2-1\t2-4\tPR\t_\t\n`,
      "has offsets that do not fit its text: the sentence at line 9 cannot begin at 2; check that text and annotations belong together.",
    ],
  ])("%s", (_, bad, problem) => {
    expect(() => tsv(bad)).toThrow(new AppError("bad-file", `"file" ${problem}`));
  });
});
