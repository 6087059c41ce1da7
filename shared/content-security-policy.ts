/**
 * The one <style> that React Aria adds to a page by script; everything else of style is in our files.
 * Allowed by its hash, so a new version of the library that changes it fails a test, not a screen.
 */
export const reactAriaStyleHash = "sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=";

/**
 * What the page may load and run, the same in the desktop window and in a browser. It starts from
 * nothing: no frames, workers, media, plugins, inline script or style, and no address but our own.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${reactAriaStyleHash}'`,
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The headers that every file of the page is sent with, by every host. */
export const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
