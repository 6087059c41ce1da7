import type { TextRange } from "../model/annotation.ts";

/** A drug that a text names, where, and how it was given as far as the text says. */
export interface ListedDrug {
  range: TextRange;
  says: { dose?: string; route?: string; schedule?: string };
}

/** Drugs by the stems that the WHO gives their names, and regimens and salts by themselves. */
const stems =
  "mabs?|nibs?|platin|rubicin|taxel|fosfamide|phosphamide|statin|cillin|mycin|micin|[ct]azole|prazole|olol|[aeo]pril|sartan|trexate|trexed|limus|sone|solone|cycline|floxacin|oxacin|uracil|cit?abine|poside|cristine|blastine|relbine|rubine|ciclib|parib|zomib|vir|xaban|parin|setron|dronate|zolomide|tecan|profen|azepam|azepine|oxetine|triptan|gliptin|formin|cept|kinra|bulin|bectedin|leucel|vedotin|lidomide|tamide|relin|trozole|mestane|oxifen|estrant|semide|thiazide|dipine|caine|fentanil|mustine|carbazine|penem|cef[a-z]+|asone|xime|thromycin|vancin";
const alone =
  "aspirin|acetaminophen|paracetamol|ibuprofen|insulin|heparin|warfarin|morphine|fentanyl|prednisone|prednisolone|methylprednisolone|leucovorin|hydroxyurea|interferon|mitotane|thalidomide|everolimus|sirolimus|R-CHOP|CHOP|FOLFOX|FOLFIRI|FOLFIRINOX|TCHP|ABVD|BEP|GDP|5-FU|dacarbazine|fluorouracil|mesna|denosumab|octreotide|lanreotide|tamoxifen|Gleevec|Herceptin|Keytruda|Opdivo|levothyroxine|metformin|furosemide|digoxin|colchicine";
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${alone})|[\\p{L}-]+(?:${stems}))(?![\\p{L}\\p{N}])(?:\\s+(?:vedotin|deruxtecan|ciloleucel|mesylate|sodium|phosphate|alfa|pegol))?`,
  "giu",
);

const amount =
  "\\d+(?:[.,]\\d+)*\\s*(?:mg|g|µg|μg|mcg|IU|units?|mL|AUC)(?:\\s*/\\s*(?:m2|m²|kg|d|day|h))*";
const dose = new RegExp(`^\\s*(?:\\(|at\\s+|,\\s*)?(${amount}|AUC\\s*\\d+)`, "iu");
const route =
  /\b(oral(?:ly)?|i\.?v\.?|intravenous(?:ly)?|subcutaneous(?:ly)?|s\.?c\.?|intramuscular(?:ly)?|intrathecal(?:ly)?|topical(?:ly)?|p\.?o\.?)(?![\p{L}])/iu;
const schedule =
  /\b((?:once|twice|three times)\s+(?:a\s+|per\s+)?(?:day|daily|week|weekly|month)|(?:every|each)\s+(?:\d+|other|two|three|four|six|eight)?\s*(?:days?|weeks?|months?|hours?)|daily|weekly|monthly|as\s+needed|b\.?i\.?d\.?|t\.?i\.?d\.?|q\.?d\.?)(?![\p{L}])/iu;

/** The drugs of a stretch of text, in its order: "doxorubicin 60 mg/m² and ifosfamide every 3 weeks". */
export function readDrugList(text: string, { start, end }: TextRange): ListedDrug[] {
  const found = Array.from(text.slice(start, end).matchAll(named), ({ index, 0: name }) => ({
    start: start + index,
    end: start + index + name.length,
  }));
  return found.map((range, at) => {
    const limit = Math.min(found[at + 1]?.start ?? end, range.end + 80);
    const behind = text.slice(range.end, limit).split(/;|\.\s+(?=\p{Lu})/u)[0] ?? "";
    return { range, says: saidOf(behind) };
  });
}

function saidOf(behind: string): ListedDrug["says"] {
  const clean = (words: string | undefined) => words?.replace(/\s+/g, " ");
  const says = {
    dose: clean(dose.exec(behind)?.[1]),
    route: clean(route.exec(behind)?.[1]),
    schedule: clean(schedule.exec(behind)?.[1]),
  };
  return Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined));
}
