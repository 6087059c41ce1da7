import type { MadeRelease } from "../../shared/contract/datasets.ts";
import type { Progress } from "../../shared/contract.ts";
import type { ReleaseLoss } from "../../shared/dataset/facts.ts";
import { call } from "../api.ts";
import { download, pickPlace } from "../dialogs/use-export.ts";
import type { CallOptions } from "../doors/door.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { getRoute, goTo } from "../shell/route.ts";
import { createValueStore } from "../state/value-store.ts";
import { forgetDraft, type ReleaseDraft } from "./release-draft.ts";
import { requestOf } from "./release-request.ts";

type Making =
  | { step: "filling in" }
  | { step: "running"; project: string; name: string; progress: Progress; cancel: () => void }
  /** Nothing is written yet: somebody has to know what will not be in it. */
  | { step: "losses"; draft: ReleaseDraft; project: string; name: string; losses: ReleaseLoss[] }
  | { step: "done"; project: string; made: MadeRelease };

/** The release that is being made; it goes on while other screens are shown. */
export const making = createValueStore<Making>({ step: "filling in" });

/** Goes back to the form. */
export const fillIn = (): void => making.set({ step: "filling in" });

/** Begins a release, or goes on with what was typed; the result of the one before is put away. */
export function startRelease(): void {
  if (making.get().step === "done") fillIn();
  goTo({ screen: "new-release" });
}

/** What another project is or was released as has no place in this one, which would remember it as its own. */
export function releaseOnly(project: string): void {
  const state = making.get();
  if (state.step === "filling in" || state.project === project) return;
  if (state.step === "running") state.cancel();
  else fillIn();
}

/** Leaves the result; the release stands in the list. */
export function finishRelease(): void {
  fillIn();
  goTo({ screen: "datasets" });
}

/** Makes the release, once the person has seen what will not be in it. A failure leads back to the form. */
export function makeRelease(draft: ReleaseDraft): Promise<void> {
  return orFillIn(async () => {
    const { texts: _, ...contents } = requestOf(draft);
    const { losses } = await call("dataset.foresee", contents, running(draft));
    if (losses.length === 0) return write(draft);
    const name = nameOf(draft);
    making.set({ step: "losses", draft, project: draft.project, name, losses });
    tellElsewhere("neutral", t("Not all will be in {name}.", { name }));
  });
}

/** The same once it was seen. */
export const makeAllTheSame = (draft: ReleaseDraft): Promise<void> => orFillIn(() => write(draft));

/** Asks for a place, where the host has places, and writes the release. */
async function write(draft: ReleaseDraft): Promise<void> {
  const ticket = await pickPlace();
  if (ticket === undefined) return fillIn();
  const made = await call("dataset.make", { ...requestOf(draft), ticket }, running(draft));
  download(made);
  forgetDraft();
  making.set({ step: "done", project: draft.project, made });
  const { title, version } = made.release;
  tellElsewhere("success", t("Released {title} {version}.", { title, version }));
}

async function orFillIn(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    fillIn();
    toastError(error);
  }
}

const nameOf = ({ texts: { title, version } }: ReleaseDraft) => `${title} ${version}`;

/** Shows how far it is from now on, and how to cancel it. */
function running(draft: ReleaseDraft): CallOptions {
  const controller = new AbortController();
  const { project } = draft;
  const cancel = () => controller.abort();
  const onProgress = (progress: Progress) =>
    making.set({ step: "running", project, name: nameOf(draft), progress, cancel });
  onProgress({ done: 0, total: 0, doing: "" });
  return { onProgress, signal: controller.signal };
}

function tellElsewhere(tone: "neutral" | "success", text: string): void {
  if (getRoute().screen === "new-release") return;
  toast({ tone, text, action: { label: t("Show"), run: () => goTo({ screen: "new-release" }) } });
}
