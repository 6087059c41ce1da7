import { call } from "../api.ts";
import { toast } from "../look/toasts.tsx";
import { getApp, offerUndo, write } from "../state/app-store.ts";
import type { LabelPlace } from "./label-tree.ts";
import { touchedInWords } from "./touched.tsx";

/** Puts a label elsewhere; its spans keep it, and how many these are is said. */
export async function moveLabel(label: string, { parent, before }: LabelPlace): Promise<void> {
  const known = getApp().scheme?.labels.find(({ name }) => name === label);
  const change = await write("scheme.rewrite", {
    changes: [{ do: "move", label, parent, before }],
  });
  if (!change || !known || known.parent === parent) return;
  const where = parent === null ? "stands at the top now" : `stands below “${parent}” now`;
  const usage = await call("scheme.usage", {
    subject: { list: "labels", of: null, name: label },
    examples: 0,
  }).catch(() => null);
  if (!usage) toast({ text: `“${label}” ${where}.` });
  else offerUndo(`“${label}” ${where}; its ${touchedInWords(usage)} keep it.`);
}
