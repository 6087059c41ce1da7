/** Letters beyond ASCII that a language writes, the most frequent first. */
interface Language {
  letters: string;
  /** Latin letters stand among ASCII ones; the letters of other scripts keep to themselves. */
  isLatin: boolean;
}

const latin = (letters: string): Language => ({ letters, isLatin: true });
const script = (letters: string): Language => ({ letters, isLatin: false });

export const languages: Language[] = [
  latin("éèàêçôâîûùïëœæ"), // French
  latin("äüößé"), // German
  latin("óíáéñúü"), // Spanish, Galician
  latin("ãçáéíóâêõúàôü"), // Portuguese
  latin("àèéòùìîó"), // Italian
  latin("éëïóöèüáíúêà"), // Dutch
  latin("åäöéüàø"), // Swedish, Finnish
  latin("øåæéüöäò"), // Danish, Norwegian
  latin("íáðóéþöúýæ"), // Icelandic, Faroese
  latin("éóèàíúïòçü"), // Catalan
  latin("łąęśóżźćńé"), // Polish
  latin("íáéěřčžýšůúňťóďöü"), // Czech
  latin("áíéčšžýúťľňôäóďĺŕěö"), // Slovak
  latin("áéóöőíüúű"), // Hungarian
  latin("ăîâșțşţéö"), // Romanian
  latin("čžšćđ"), // Croatian, Slovene, Serbian
  latin("ışüğçöİâîûé"), // Turkish
  latin("āīēšļūņžķģčō"), // Latvian
  latin("ėšžųįąčūęõ"), // Lithuanian
  latin("äõüöšžé"), // Estonian
  latin("ħġżċàèìòù"), // Maltese
  latin("ëçéèêâôîûŵŷ"), // Albanian, Welsh
  latin("ĉĝĥĵŝŭ"), // Esperanto
  latin("đơưăâêôáàảạíìéèóòúùýỳ\u0300\u0301\u0303\u0309\u0323"), // Vietnamese
  script("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё№"), // Russian
  script("оанивретскілудмпзяьбгйчхцжшїюєфщґ"), // Ukrainian
  script("аоіенрлсктвуядыьмпгзйўбхчжэцшёюф"), // Belarusian
  script("аиоентрвсдлкпмзъугбячщхшцжйфюь"), // Bulgarian
  script("аоиенрсјтукдвлмпзбгчшжцхћђљњфџќѓѕ"), // Serbian, Macedonian
  script("αοιετσνηυρπκμλςωίόδάγέήθχφύβώξζψϊΐϋ"), // Greek
  script("יוהלאבתמרשנםעדחקפטכגזסצןךףץ\u05b0\u05b4\u05b8\u05b7\u05b6\u05b5\u05bc\u05b9"), // Hebrew
  script("اليمنرتوبةعدسفهكحقجىشخصذأطضإثزغظئءآؤ\u064b\u064f\u064e\u0651\u0650\u0652،؟"), // Arabic
  script("یاندرمهوستبشکگخزفپعحقلجآچغصطئضذژظثيكأؤ،؟"), // Persian
  script("านกอเง่ยม้ทวลตดสคแปบ็หขพิีัชใจไโุูถืผซึธภศณญ์ะำๆ"), // Thai
];

/** Characters that make up about half of any text of the language. */
export const commonSigns =
  "のはにいをたるとがしてでなれらかもりすさこあっまくきんそけょゃゅつちうどえだよおわじめみせアイスンルトリラクシドレコタッテ、。「」（），．！？：；・ー" +
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运院患病症状检查治疗手术肿瘤细胞诊断肺肝胃肾癌组织转移淋巴阳阴" +
  "這個們來為國說時會對過後裡發學沒動還進樣開從實軍無與長機關點業將兩間問並應戰頭體見產話給門兒東聲員論處義幾認條氣題爾變總電數報結務場計資許統區隊決馬書聽卻達強難權設記類據邊張該規萬覺術領確傳師觀讓識導爭運檢查療腫細診斷腎織轉陽陰" +
  "이다는의에을를가고하은로지한도사기인대어서자리시나해있그정스라아수보전일과부면상게장모제것비주여들만원소무공신성선거경구조세방용간물발유동진술양치된환되단들며없때및등할와으러태존엄천성심우형";

/** The case of a letter does not change how frequent it is in its language. */
export function letterWeights(language: Language): ReadonlyMap<string, number> {
  const letters = [...language.letters];
  return new Map(
    letters.flatMap((letter, rank) => {
      const weight = 1 - (0.7 * rank) / Math.max(letters.length, 12);
      return [...new Set([letter, letter.toUpperCase()])].map((form) => [form, weight] as const);
    }),
  );
}
