import { AgreedRule } from "../../../shared/review/decision.ts";
import { createValueStore } from "../../state/value-store.ts";

const key = "agreed rule";

/** What counts as agreed when agreed spans are accepted; remembered on this machine. */
export const agreedRule = createValueStore<AgreedRule>(remembered());

export function chooseAgreedRule(rule: AgreedRule): void {
  localStorage.setItem(key, JSON.stringify(rule));
  agreedRule.set(rule);
}

function remembered(): AgreedRule {
  try {
    return AgreedRule.parse(JSON.parse(localStorage.getItem(key) ?? ""));
  } catch {
    // Nothing was chosen yet, or by a version that knew other rules.
    return { of: "all" };
  }
}
