import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const criteria = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What depends on colours; the rest is the same by day and by night.
const ofColours = ["color-contrast", "link-in-text-block"];

interface Look {
  name: string;
  media: Parameters<Page["emulateMedia"]>[0];
  axe: (page: Page) => AxeBuilder;
}

// What floats above the page, such as a list of choices, is in no region of it.
const whole = (page: Page) => new AxeBuilder({ page }).withTags(criteria).disableRules(["region"]);

const light: Look = {
  name: "light",
  media: { colorScheme: "light", forcedColors: "none" },
  axe: whole,
};
const dark: Look = {
  name: "dark",
  media: { colorScheme: "dark", forcedColors: "none" },
  axe: whole,
};
const forced: Look = {
  name: "forced colours",
  media: { colorScheme: "dark", forcedColors: "active" },
  // Forced colours are the system's; axe measures those of the style sheets.
  axe: (page) => whole(page).disableRules(["region", "color-contrast"]),
};

/** `npm run sweep` looks for everything in every look; elsewhere the rules of colours do by night. */
const looks: readonly Look[] = process.env.CASEMARK_SWEEP
  ? [light, dark, forced]
  : [light, { ...dark, axe: (page) => new AxeBuilder({ page }).withRules(ofColours) }];

/** What axe finds wrong with the page as it stands, in each look: rule, look, and where. */
async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { name, media, axe } of looks) {
    await page.emulateMedia({ ...media, reducedMotion: "reduce" });
    for (const { id, nodes } of (await axe(page).analyze()).violations)
      found.push(...nodes.map(({ target }) => `${id}, ${name}: ${target.join(" ")}`));
  }
  return found;
}

/** Expects that axe finds nothing wrong with the page as it stands, and goes on where it does. */
export const check = (page: Page, what: string): Promise<void> =>
  test.step(what, async () => expect.soft(await violations(page), what).toEqual([]));
