import type { MadeRelease } from "../../shared/contract/datasets.ts";
import type { Progress } from "../../shared/contract.ts";
import { call } from "../api.ts";
import { download, pickPlace } from "../dialogs/use-export.ts";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { getRoute, goTo } from "../shell/route.ts";
import { createValueStore } from "../state/value-store.ts";
import { forgetDraft, type ReleaseDraft } from "./release-draft.ts";
import { requestOf } from "./release-request.ts";

type Making =
  | { step: "filling in" }
  | { step: "running"; project: string; name: string; progress: Progress; cancel: () => void }
  | { step: "done"; project: string; made: MadeRelease };

/** The release that is being made; it goes on while other screens are shown. */
export const making = createValueStore<Making>({ step: "filling in" });

const fillIn = (): void => making.set({ step: "filling in" });

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

/** Asks for a place, where the host has places, and makes the release. A failure leads back to the form. */
export async function makeRelease(draft: ReleaseDraft): Promise<void> {
  try {
    const ticket = await pickPlace();
    if (ticket === undefined) return;
    const made = await run(draft, ticket);
    download(made);
    forgetDraft();
    making.set({ step: "done", project: draft.project, made });
    tellElsewhere(made);
  } catch (error) {
    fillIn();
    toastError(error);
  }
}

function run(draft: ReleaseDraft, ticket: string | null): Promise<MadeRelease> {
  const controller = new AbortController();
  const { project, texts } = draft;
  const name = `${texts.title} ${texts.version}`;
  const cancel = () => controller.abort();
  const onProgress = (progress: Progress) =>
    making.set({ step: "running", project, name, progress, cancel });
  onProgress({ done: 0, total: 0, doing: "" });
  const { signal } = controller;
  return call("dataset.make", { ...requestOf(draft), ticket }, { onProgress, signal });
}

function tellElsewhere({ release: { title, version } }: MadeRelease): void {
  if (getRoute().screen === "new-release") return;
  toast({
    tone: "success",
    text: t("Released {title} {version}.", { title, version }),
    action: { label: t("Show"), run: () => goTo({ screen: "new-release" }) },
  });
}
