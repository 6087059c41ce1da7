import type { ValueWithInterval } from "../agreement/study/figure.ts";

/** As papers print coefficients; a minus, not a hyphen. */
export const coefficient = (value: number): string => value.toFixed(3).replace("-", "−");

export const interval = ({ ci }: Pick<ValueWithInterval, "ci">): string =>
  ci ? `${coefficient(ci[0])} to ${coefficient(ci[1])}` : "–";

/** Thousands apart, as English has them. */
export const whole = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

export const share = (part: number, of: number): string =>
  of > 0 ? `${((100 * part) / of).toFixed(1)} %` : "–";

/** "one report", "3 reports". */
export const counted = (count: number, thing: string, things = `${thing}s`): string =>
  count === 1 ? `one ${thing}` : `${whole(count)} ${things}`;

/** "Ana, Ben and Cy". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The day of a moment in ISO 8601. */
export const day = (at: string | null): string => at?.slice(0, 10) ?? "–";
