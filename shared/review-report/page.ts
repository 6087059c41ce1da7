import { escapeXml } from "../formats/texts/xml.ts";
import type { ReviewReport } from "./contents.ts";
import { decisionsSection } from "./decisions.ts";
import { differencesSection } from "./differences.ts";
import { figuresSection } from "./figures.ts";
import { element, together } from "./html.ts";
import { methodsSection } from "./methods.ts";
import { listed } from "./numbers.ts";
import { reportStyle } from "./style.ts";
import { comparedSection, whoSection } from "./who.ts";

export const pageFile = "agreement.html";

/**
 * The report of a review as one page without a script, a picture or a font from elsewhere. The same
 * project, options and seed give the same bytes: what is in it has dates, it itself has none.
 */
export function reportPage(report: ReviewReport): string {
  const title = `Agreement in ${report.project.name}`;
  const body = together([
    element("h1", {}, title),
    element("p", { class: "under" }, `Between ${listed(report.agreement.annotators)}`),
    whoSection(report),
    comparedSection(report),
    figuresSection(report),
    differencesSection(report),
    decisionsSection(report),
    methodsSection(report),
  ]);
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeXml(title)}</title>`,
    `<style>${reportStyle}</style>`,
    "</head>",
    "<body>",
    body.markup,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
