import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentSecurityPolicy, reactAriaStyleHash } from "../../shared/content-security-policy.ts";

const library = join(import.meta.dirname, "../../node_modules/react-aria/dist/private");

/** The text of the <style> that usePress adds, out of the source that was installed. */
function injectedStyle(): string {
  const source = readFileSync(join(library, "interactions/usePress.mjs"), "utf8");
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1];
  const style = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1];
  if (!attribute || !style) throw new Error("usePress does not add its style as it did");
  return style.replace(/\$\{[^}]+\}/, attribute).trim();
}

test("the policy starts from nothing and allows no inline script, style or foreign address", () => {
  expect(contentSecurityPolicy.split("; ")).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${reactAriaStyleHash}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test("the one style that the component library adds is the one allowed", () => {
  const hash = createHash("sha256").update(injectedStyle()).digest("base64");
  expect(reactAriaStyleHash).toBe(`sha256-${hash}`);
});
