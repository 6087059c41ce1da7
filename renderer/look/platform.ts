import type { Platform } from "../../shared/keys.ts";

/** Whose keys and signs to show. */
export const platform: Platform = /Mac|iP(hone|ad)/.test(navigator.platform) ? "mac" : "other";
