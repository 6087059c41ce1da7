import { childNamed, elementsOf, rawText, type XmlElement } from "../xml/tree.ts";

/** An equation on one line: fractions with a stroke, exponents with a caret. */
export function linearEquation(element: XmlElement): string {
  const at = (name: string) => {
    const found = childNamed(element, name);
    return found ? linearEquation(found) : "";
  };
  switch (element.name) {
    case "m:t":
    case "w:t":
      return rawText(element);
    case "m:f":
      return `${grouped(at("m:num"))}/${grouped(at("m:den"))}`;
    case "m:sSup":
      return `${at("m:e")}^${grouped(at("m:sup"))}`;
    case "m:sSub":
      return `${at("m:e")}_${grouped(at("m:sub"))}`;
    case "m:sSubSup":
      return `${at("m:e")}_${grouped(at("m:sub"))}^${grouped(at("m:sup"))}`;
    case "m:rad":
      return `${at("m:deg")}√(${at("m:e")})`;
    case "m:nary":
      return `${operator(element)}${limit("_", at("m:sub"))}${limit("^", at("m:sup"))} ${at("m:e")}`;
    case "m:d":
      return delimited(element);
    case "m:mr":
    case "m:eqArr":
      return `${elementsOf(element).map(linearEquation).join(" ").trim()}; `;
    default:
      return element.name.endsWith("Pr") ? "" : elementsOf(element).map(linearEquation).join("");
  }
}

function operator(element: XmlElement): string {
  return property(element, "m:naryPr", "m:chr") ?? "∫";
}

function limit(sign: string, text: string): string {
  return text === "" ? "" : sign + grouped(text);
}

function delimited(element: XmlElement): string {
  const inside = elementsOf(element).filter(({ name }) => name === "m:e");
  const open = property(element, "m:dPr", "m:begChr") ?? "(";
  const close = property(element, "m:dPr", "m:endChr") ?? ")";
  const between = property(element, "m:dPr", "m:sepChr") ?? "|";
  return open + inside.map(linearEquation).join(between) + close;
}

function property(element: XmlElement, properties: string, name: string): string | undefined {
  return childNamed(childNamed(element, properties), name)?.attributes.get("m:val");
}

/** Brackets around what is more than one sign or number. */
function grouped(part: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(part) || part.length === 1 ? part : `(${part})`;
}
