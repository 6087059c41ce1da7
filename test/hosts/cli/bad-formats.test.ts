import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../store/project.ts";
import { answer, casemark } from "./casemark.ts";

const bioC = (passage: string) =>
  `<?xml version="1.0"?>\n<collection><source/><date/><key/><document><id>1</id><passage>${passage}</passage></document></collection>`;
const marked = (location: string) =>
  `<offset>0</offset><text>CD34</text><annotation id="T1"><infon key="type">marker</infon>${location}<text>CD34</text></annotation>`;
const xmi = (annotation: string) =>
  `<?xml version="1.0"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="CD34"/>${annotation}</xmi:XMI>`;
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

/** A broken file of each format, and what is said of it, with the place. */
const broken: readonly [name: string, content: string, said: string][] = [
  [
    "bioc.xml",
    bioC(marked('<location offset="0" length="9"/>')),
    "has offsets outside its text: annotation T1 ends at 9; check that text and annotations belong together.",
  ],
  [
    "bioc.json",
    '{"documents":[{"id":"1","passages":[{"offset":"x","text":"CD34"}]}]}',
    'has no whole number as the offset of a passage or sentence in document 1 but "x"; correct it and import it again.',
  ],
  [
    "a.pubtator",
    "1|t|CD34\n1|a|\n1\t0\t99\tCD34\tmarker\t-\n",
    "has offsets outside its text: line 3 ends at 99; check that text and annotations belong together.",
  ],
  [
    "doccano.jsonl",
    '{"text":"CD34","label":[[0,4,"marker"]]}\n{"text":"CD34","label":[[0,9,"marker"]]}\n',
    "has offsets outside its text: line 2, span 1 ends at 9; check that text and annotations belong together.",
  ],
  [
    "prodigy.jsonl",
    '{"text":"CD34","spans":[{"start":3,"end":1,"label":"marker"}]}\n',
    "has offsets the wrong way round: line 1, span 1 ends at 1, before it starts at 3; correct them and import it again.",
  ],
  [
    "webanno.tsv",
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|label\n\n\n#Text=CD34\n1-1\t0-4\tCD34\n",
    "has in line 6 0 columns behind the token where its header names 1; export it again.",
  ],
  [
    "a.conll",
    "-DOCSTART-\tO\n\nCD34\npositive\n",
    "holds words without tags; it should have a word and its tag in each line, import it as text otherwise.",
  ],
  [
    "label-studio.json",
    '[{"data":{"text":"CD34"},"annotations":[{"result":[{"id":"r","type":"labels","from_name":"label","to_name":"text","value":{"start":0,"end":9,"labels":["marker"]}}]}]}]',
    "has offsets outside its text: task 1, annotation 1, region r ends at 9; check that text and annotations belong together.",
  ],
  [
    "pubannotation.json",
    '{"text":"CD34","denotations":[{"id":"T1","span":{"begin":0,"end":-4},"obj":"marker"}]}',
    "has no offset at document 1, denotation T1 but -4; correct it and import it again.",
  ],
  [
    "medtator.xml",
    '<?xml version="1.0"?>\n<A><TEXT><![CDATA[CD34]]></TEXT><TAGS><M id="m0" spans="0~x" text="CD34"/></TAGS></A>',
    'has offsets that are no numbers: tag m0 has "0~x"; it should be as in "4~9,12~15".',
  ],
  [
    "a.txt.knowtator.xml",
    '<?xml version="1.0"?>\n<annotations textSource="a.txt"></annotations>',
    'has no text: put "a.txt" into the same folder and import both.',
  ],
  [
    "web.jsonld",
    '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","target":"a.txt"}',
    "has no text; put the .txt file of the same name beside it.",
  ],
  [
    "a.xmi",
    xmi('<custom:Span xmi:id="2" sofa="1" begin="0" end="9" label="marker"/>'),
    "has offsets outside its text: Span 2 ends at 9; check that text and annotations belong together.",
  ],
  [
    "cas.json",
    '{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaNum":1,"sofaID":"_InitialView","sofaString":"CD34"},{"%ID":2,"%TYPE":"a.B","@sofa":1,"begin":0,"end":9}],"%VIEWS":{}}',
    "has offsets outside its text: B 2 ends at 9; check that text and annotations belong together.",
  ],
  [
    "entities.xml",
    bioC("<offset>0</offset><text>&b;</text>").replace(
      "<collection>",
      '<!DOCTYPE collection [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><collection>',
    ),
    "declares entities of its own, which are never expanded; write their text in their place and import it again.",
  ],
  [
    "deep.json",
    `{"text":"CD34","denotations":${deep}}`,
    "is larger or deeper than any document; split it.",
  ],
];

test("a broken file of every format ends in one sentence with its place, and the others come in", async () => {
  const folder = join(temporaryFolder(), "corpus");
  mkdirSync(folder);
  const project = join(folder, "..", "p.casemark");
  await answer(["new", project]);
  writeFileSync(join(folder, "good.txt"), "A report.");
  for (const [name, content] of broken) writeFileSync(join(folder, name), content);
  const { code, stdout, stderr } = await casemark(["import", project, folder, "--json"]);
  const said = broken.map(([name, , sentence]) => `Left out: "${folder}/${name}" ${sentence}`);
  expect(stderr.trimEnd().split("\n").toSorted()).toEqual(said.toSorted());
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { reports: 1, spans: 0 }]);
});

test("a line and a file of 300 MB are refused before they fill memory", async () => {
  const folder = temporaryFolder();
  const project = join(folder, "p.casemark");
  await answer(["new", project]);
  for (const [name, format] of [
    ["long.jsonl", "doccano"],
    ["long.json", "pubannotation"],
  ] as const) {
    const path = join(folder, name);
    const file = openSync(path, "w");
    ftruncateSync(file, 300 * 2 ** 20);
    closeSync(file);
    const { code, stderr } = await casemark(["import", project, path, "--format", format]);
    const what = format === "doccano" ? `${path}, line 1` : path;
    const said = `"${what}" is longer than 150 MB; split it into smaller documents.\nNothing was imported.\n`;
    expect([code, stderr]).toEqual([1, said]);
  }
});
