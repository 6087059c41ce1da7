import { pdfOf, text } from "../import/pdf/pdf-file.ts";
import { docxOf, odtOf, wordParagraph } from "../shared/extract/samples.ts";

const encode = (written: string) => new TextEncoder().encode(written);

const story = [
  "A 63-year-old woman had a mass in the left breast.",
  "Core biopsy showed invasive ductal carcinoma, ER positive (90 %),",
  "HER2 negative; Ki-67 was 15 %. She was well after 24 months.",
];

const ruby = "<w:ruby><w:rubyBase><w:r><w:t>r</w:t></w:r></w:rubyBase></w:ruby>";
const box =
  "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent>";
const field =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
const change =
  '<w:ins w:id="1"><w:r><w:t>in</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>out</w:delText></w:r></w:del>';
const equation =
  "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>";

/** A Word file with something of everything that its reader looks at. */
export const ownDocx = docxOf(
  `${wordParagraph("Title", '<w:pStyle w:val="T"/>')}
${wordParagraph("One", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')}
<w:p><w:r><w:t>Text</w:t><w:tab/><w:sym w:font="Symbol" w:char="F061"/><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>${ruby}${field}${change}${equation}${box}</w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${wordParagraph("A")}</w:tc></w:tr><w:tr><w:tc>${wordParagraph("B")}</w:tc><w:tc>${wordParagraph("C")}</w:tc></w:tr></w:tbl>`,
  {
    styles:
      '<w:styles><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="U"/></w:style></w:styles>',
    numbering:
      '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    footnotes: `<w:footnotes><w:footnote w:id="1">${wordParagraph("Note")}</w:footnote></w:footnotes>`,
    comments: `<w:comments><w:comment w:id="1">${wordParagraph("Check")}</w:comment></w:comments>`,
    header1: `<w:hdr>${wordParagraph("Head")}</w:hdr>`,
  },
);

/** An OpenDocument text with something of everything that its reader looks at. */
export const ownOdt = odtOf(
  `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>out</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h text:outline-level="1">A</text:h><text:p>B<text:s text:c="3"/><text:tab/><text:change text:change-id="c1"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>
<text:list text:style-name="L"><text:list-item text:start-value="4"><text:p>C</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell table:number-columns-repeated="3" table:number-rows-spanned="2"><text:p>D</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>`,
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="i" style:num-suffix="." text:display-levels="1"/></text:list-style>',
);

export const ownRtf = encode(
  "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset2 Symbol;}{\\f1\\fcharset204 Arial;}}{\\stylesheet{\\s1 heading 1;}}{\\*\\listtable{\\list{\\listlevel\\levelnfc0{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}\\pard\\s1 A\\par{\\f0 a\\u8364?}\\'93\\'fa{\\f1\\'cf}{\\uc2\\u-10179 ab\\u-8704 ab}{\\footnote n}{\\*\\shp{\\shptxt b}}\\pard\\ls1{\\listtext 1.\\tab}one\\par\\trowd\\cellx1\\cellx2\\intbl c{\\v hidden}\\cell d{\\deleted gone}\\cell\\row{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}\\bin3 abc\\par}",
);

export const ownHtml = encode(
  "<!doctype html><meta charset=utf-8><title>t</title><body onload=x><nav>n</nav><main><h1>A</h1><table><tr><td colspan=2>b<td rowspan=3>c<tr><td>d</table><ol start=3 type=i><li value=7>e<ul><li>f</ul></ol><pre>g\n h</pre><svg><p>i</svg><b><i>j</b></i><q>k</q><dl><dt>l<dd>m</dl><p hidden>n</main>",
);

export const ownMarkdown = encode(
  "---\ntitle: t\n---\n# A\n\n**b** [c](d) `e`\n\n1. f\n   - g\n\n| h | i |\n|---|---|\n| j | k |\n\n> l\n\n<div>m</div>\n\n[^1]: n\n",
);

export const ownJats = encode(
  '<!DOCTYPE article [<!ENTITY a "b">]><article><front><article-meta><article-id pub-id-type="doi">10.1/x</article-id><title-group><article-title>A &a; &alpha;</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>S</surname><given-names>G</given-names></name></contrib></contrib-group><abstract><p>ab</p></abstract></article-meta></front><body><sec sec-type="cases"><title>B</title><p>C<list list-type="order"><list-item><p>d</p></list-item></list><mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mfrac><mml:mi>x</mml:mi><mml:mi>y</mml:mi></mml:mfrac></mml:math></p><table-wrap><label>T</label><table><tr><td colspan="2" rowspan="2">e</td></tr></table></table-wrap></sec></body><back><ref-list><ref id="r"><mixed-citation>f</mixed-citation></ref></ref-list></back></article>',
);

export const ownPdf = pdfOf([
  `${text(story)} ${text(["Methods"], 50, 600)} ${text(story, 50, 580)}`,
  `${text(story, 50)} ${text(story, 320)} ${text(["2"], 300, 30)}`,
]);

export const ownText = encode(
  `CASE REPORT\n\nHistory\n\n${story.join("\n")}\n\nDiagnosis\n\nLeiomyosar-\ncoma α β 5 µm.\n`,
);

export const ownBratText = encode("Desmin positive; S100 negative.\nDiagnosis: leiomyosarcoma.\n");
export const ownBrat = encode(
  "T1\tmarker 0 6\tDesmin\nT2\tmarker 17 21;22 30\tS100 negative\nA1\tnegated T2\nR1\tsame Arg1:T1 Arg2:T2\t\nE1\tmarker:T1 Theme:T2\n*\tEquiv T1 T2\nN1\tReference T1 ICD:8890/3\tleiomyosarcoma\n#1\tAnnotatorNotes T1\ta note\n",
);
export const ownConf = encode(
  "[entities]\nmarker\n\tstain\n!heading\n[relations]\nsame\tArg1:marker, Arg2:marker|stain, <REL-TYPE>:symmetric\n[events]\nseen\tTheme+:marker, Site?:<ANY>\n[attributes]\nnegated\tArg:<ENTITY>\nsure\tArg:<EVENT>, Value:L1|L2\n",
);

export const ownCsv = encode(
  'file,case,title,doi\na.pdf,C1,"A ""case"" of, commas",10.1/x\n"b\n2.pdf",C2,,\n',
);
export const ownYaml = encode(
  "name: Small\nlabels:\n  - name: marker\n    kind: marker\n    colour: blue\n    key: m\n  - {name: yes, parent: marker}\nkinds:\n  - name: marker\n    fields:\n      - {name: result, type: choice, choices: [no, n/a, '1']}\nrelations: []\n",
);
export const ownKnowtatorText = encode("💊 Arm very sore, red.\r\nHe was seen again.");
export const ownKnowtator = encode(
  [
    '<?xml version="1.0" encoding="UTF-8"?>\n<annotations textSource="r.txt">',
    '<annotation><mention id="a"/><annotator id="1">Ann</annotator><span start="3" end="6"/><span start="12" end="16"/><spannedText>Arm ... sore</spannedText></annotation>',
    '<annotation><mention id="b"/><annotator id="1">Ann</annotator><span start="7" end="11"/><spannedText>very</spannedText></annotation>',
    '<annotation><mention id="c"/><annotator id="2">Bo</annotator><span start="24" end="26"/><spannedText>He</spannedText></annotation>',
    '<annotation><mention id="d"/><annotator id="1">Ann</annotator></annotation>',
    '<classMention id="a"><hasSlotMention id="s1"/><hasSlotMention id="s2"/><hasSlotMention id="s3"/><mentionClass id="Finding">Finding</mentionClass></classMention>',
    '<classMention id="b"><mentionClass id="Degree">Degree</mentionClass></classMention>',
    '<classMention id="d"><hasSlotMention id="s4"/><hasSlotMention id="s5"/><mentionClass id="degree_of">degree_of</mentionClass></classMention>',
    '<stringSlotMention id="s1"><mentionSlot id="sites"/><stringSlotMentionValue value="arm"/><stringSlotMentionValue value="hand"/></stringSlotMention>',
    '<booleanSlotMention id="s2"><mentionSlot id="negated"/><booleanSlotMentionValue value="true"/></booleanSlotMention>',
    '<complexSlotMention id="s3"><mentionSlot id="graded"/><complexSlotMentionValue value="b"/></complexSlotMention>',
    '<complexSlotMention id="s4"><mentionSlot id="Related_to"/><complexSlotMentionValue value="a"/></complexSlotMention>',
    '<complexSlotMention id="s5"><mentionSlot id="Argument"/><complexSlotMentionValue value="b"/></complexSlotMention>',
    "</annotations>\n",
  ].join("\n"),
);
