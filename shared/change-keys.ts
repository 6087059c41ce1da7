import {
  type ChosenKeys,
  type CommandId,
  commandIds,
  commands,
  isMotion,
  isOfReview,
  keysOf,
  suggestionKeys,
} from "./commands.ts";
import type { Platform } from "./keys.ts";

/** Why some keys cannot be chosen for a command. */
export const takenKeys = {
  letter: "Letters mark text: they belong to the labels of the scheme.",
  digit: "The digits choose among what is suggested.",
  tab: "Tab goes from part to part of the screen.",
  caret: "This key moves the caret.",
} as const;

/** Why a combination cannot be this command's, as a sentence; null when it can. */
export function whyNotAKey(combination: string, id: CommandId): string | null {
  const plain = combination.replace(/^Shift\+/, "");
  if (/^\p{L}$/u.test(plain) && !isOfReview(id)) return takenKeys.letter;
  if (suggestionKeys.includes(plain)) return takenKeys.digit;
  if (plain === "Tab") return takenKeys.tab;
  if (/^(Arrow\w+|Home|End|Page\w+)$/.test(plain)) return takenKeys.caret;
  return null;
}

/** Which other command has the combination now; null for none. Motions have theirs with Shift, too. */
export function holderOf(
  combination: string,
  not: CommandId,
  platform: Platform,
  chosen: ChosenKeys,
): CommandId | null {
  const extended = combination.replace("Shift+", "");
  const holds = (id: CommandId) => {
    const keys = keysOf(id, platform, chosen);
    return keys.includes(combination) || (isMotion(id) && keys.includes(extended));
  };
  return commandIds.find((id) => id !== not && holds(id)) ?? null;
}

/** Gives a command this one key; empty takes its keys away. */
export function withKey(
  chosen: ChosenKeys,
  id: CommandId,
  combination: string,
  platform: Platform,
): ChosenKeys {
  return put(chosen, id, combination === "" ? [] : [combination], platform);
}

/** Gives a command the key of another, which gets the first one's key for it, or keeps only its others. */
export function takingKey(
  chosen: ChosenKeys,
  id: CommandId,
  combination: string,
  from: { holder: CommandId; how: "swap" | "clear" },
  platform: Platform,
): ChosenKeys {
  const [own = ""] = keysOf(id, platform, chosen);
  const left = keysOf(from.holder, platform, chosen).filter(
    (key) => key !== combination && key !== combination.replace("Shift+", ""),
  );
  const others = from.how === "swap" && own !== "" ? [own, ...left] : left;
  return withKey(put(chosen, from.holder, others, platform), id, combination, platform);
}

/** Gives a command the keys of the table again, taking them from whoever has them now. */
export function withoutChoice(chosen: ChosenKeys, id: CommandId, platform: Platform): ChosenKeys {
  const own = commands[id].keys[platform];
  const { [id]: _, ...others } = chosen;
  return own.reduce<ChosenKeys>((keys, key) => {
    const holder = holderOf(key, id, platform, keys);
    if (holder === null) return keys;
    const left = keysOf(holder, platform, keys).filter((one) => one !== key);
    return put(keys, holder, left, platform);
  }, others);
}

/** What a file of settings says, without commands that there are not, or not any more. */
export function knownKeys(keys: Readonly<Record<string, readonly string[]>>): ChosenKeys {
  return Object.fromEntries(
    commandIds.flatMap((id) => {
      const own = keys[id];
      return own ? [[id, own]] : [];
    }),
  );
}

/** What is as in the table is not a choice: it changes with the table. */
function put(
  chosen: ChosenKeys,
  id: CommandId,
  keys: readonly string[],
  platform: Platform,
): ChosenKeys {
  const { [id]: _, ...others } = chosen;
  const own: readonly string[] = commands[id].keys[platform];
  const isOwn = own.length === keys.length && own.every((key, at) => key === keys[at]);
  return isOwn ? others : { ...others, [id]: keys };
}
