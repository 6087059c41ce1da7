import type { BlockKind } from "../extracted.ts";

/** What a paragraph is, with the level of a heading. */
export interface KindAndLevel {
  kind: BlockKind;
  level: number | null;
}

const kinds: [RegExp, BlockKind][] = [
  [/^(title|titel|titre|título|titolo|название|заголовок)$/, "title"],
  [/^authors?$/, "authors"],
  [
    /^(caption|beschriftung|légende|epígrafe|didascalia|image caption|table caption|illustration|figure|table|drawing)$/,
    "caption",
  ],
  [/^(footnote text|endnote text|footnote block text)$/, "footnote"],
  [/^(bibliography|bibliography 1|references?)$/, "reference"],
];

/** Word's own names are English in every language; other programs translate them. */
const headingName =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|överskrift|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|titlu|başlık|標題|标题|見出し)\s*([1-9])$/u;

/** What the names of a style and of those it is based on, in small letters, say of a paragraph; null where nothing. */
export function kindByStyleNames(names: readonly string[]): KindAndLevel | null {
  for (const name of names) {
    const level = headingName.exec(name)?.[1];
    if (level !== undefined) return { kind: "heading", level: Number(level) };
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1];
    if (kind !== undefined) return { kind, level: null };
  }
  return null;
}
