import type { Scheme } from "../../shared/model/scheme.ts";
import type { SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import { rewriteScheme } from "../../shared/scheme/rewrite-scheme.ts";
import { call } from "../api.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { getApp, offerUndo, write } from "../state/app-store.ts";
import { type LabelPlace, type Step, stepOf } from "./label-tree.ts";
import { touchedInWords } from "./touched.tsx";

/** The scheme as it will be when the moves under way are saved; null while none is. */
let ahead: Scheme | null = null;
let last: Promise<void> = Promise.resolve();

/** Moves a label by one step. Keys may come faster than they are saved: each counts from the one before. */
export function stepLabel(label: string, step: Step): void {
  const place = stepOf((ahead ?? getApp().scheme)?.labels ?? [], label, step);
  if (place) moveLabel(label, place);
}

/** Puts a label elsewhere; its spans keep it, and how many these are is said. */
export function moveLabel(label: string, { parent, before }: LabelPlace): void {
  const scheme = ahead ?? getApp().scheme;
  const known = scheme?.labels.find(({ name }) => name === label);
  if (!scheme || !known) return;
  const change: SchemeChange = { do: "move", label, parent, before };
  try {
    ahead = rewriteScheme(scheme, change);
  } catch (error) {
    toastError(error);
    return;
  }
  const own: Promise<void> = last.then(() => save(change, known.parent)).then(() => settle(own));
  last = own;
}

/** The page reads the scheme again behind each change; what is asked for after that comes after it. */
async function settle(own: Promise<void>): Promise<void> {
  await call("scheme.read", {}).catch(toastError);
  if (last === own) ahead = null;
}

async function save(
  change: Extract<SchemeChange, { do: "move" }>,
  from: string | null,
): Promise<void> {
  const { label, parent } = change;
  if (!(await write("scheme.rewrite", { changes: [change] })) || from === parent) return;
  const usage = await call("scheme.usage", {
    subject: { list: "labels", of: null, name: label },
    examples: 0,
  }).catch(() => null);
  if (usage) offerUndo(movedWithItsOwn(label, parent, touchedInWords(usage)));
  else toast({ text: movedInWords(label, parent) });
}

const movedInWords = (label: string, parent: string | null) =>
  parent === null
    ? t("“{label}” stands at the top now.", { label })
    : t("“{label}” stands below “{parent}” now.", { label, parent });

const movedWithItsOwn = (label: string, parent: string | null, touched: string) =>
  parent === null
    ? t("“{label}” stands at the top now; its {touched} keep it.", { label, touched })
    : t("“{label}” stands below “{parent}” now; its {touched} keep it.", {
        label,
        parent,
        touched,
      });
