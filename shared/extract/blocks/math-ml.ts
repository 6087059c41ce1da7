import { elementsOf, rawText, type XmlElement } from "../xml/tree.ts";

/** A formula in MathML on one line: fractions with a stroke, exponents with a caret. */
export function linearMath(element: XmlElement): string {
  const parts = elementsOf(element).map(linearMath);
  const [first = "", second = "", third = ""] = parts;
  switch (element.name) {
    case "mml:mfrac":
      return `${grouped(first)}/${grouped(second)}`;
    case "mml:msup":
    case "mml:mover":
      return `${first}^${grouped(second)}`;
    case "mml:msub":
    case "mml:munder":
      return `${first}_${grouped(second)}`;
    case "mml:msubsup":
    case "mml:munderover":
      return `${first}_${grouped(second)}^${grouped(third)}`;
    case "mml:msqrt":
      return `√(${parts.join("")})`;
    case "mml:mroot":
      return `${grouped(second)}√(${first})`;
    case "mml:mtr":
      return `${parts.join(" ")}; `;
    case "mml:annotation":
    case "mml:annotation-xml":
      return "";
    default:
      return parts.length > 0 ? parts.join("") : rawText(element).trim();
  }
}

/** Brackets around what is more than one sign or number. */
function grouped(part: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(part) || part.length === 1 ? part : `(${part})`;
}
