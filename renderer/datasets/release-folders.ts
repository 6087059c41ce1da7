import type { OpenedRelease } from "../../shared/contract/datasets.ts";
import type { ReleaseChanges } from "../../shared/dataset/compare.ts";
import { call, door } from "../api.ts";
import { chooseInPage } from "../dialogs/choose-in-page.ts";
import { ticketsFor } from "../import/import-flow.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { runJob } from "../shell/jobs.ts";
import { goTo } from "../shell/route.ts";
import { createValueStore } from "../state/value-store.ts";

/** A release's folder that a person picked, and what was found in it. */
export interface PickedRelease extends OpenedRelease {
  ticket: string;
}

/** Two releases to be compared; what differs is known once both are there. */
interface Pair {
  before: PickedRelease | null;
  after: PickedRelease | null;
  changes: ReleaseChanges | null;
}

export const openedRelease = createValueStore<PickedRelease | null>(null);
export const comparedReleases = createValueStore<Pair>({
  before: null,
  after: null,
  changes: null,
});

/** Lets the person pick a release's folder, verifies it and shows it. */
export async function openPickedRelease(): Promise<void> {
  const picked = await pickRelease();
  if (!picked) return;
  openedRelease.set(picked);
  goTo({ screen: "opened-release" });
}

/** Lets the person pick one of the two that are compared. */
export async function pickForComparison(which: "before" | "after"): Promise<void> {
  const picked = await pickRelease();
  if (!picked) return;
  await compare({ ...comparedReleases.get(), [which]: picked });
}

/** Begins a comparison with the release that is open as the later of the two. */
export function compareOpened(): void {
  comparedReleases.set({ before: null, after: openedRelease.get(), changes: null });
  goTo({ screen: "compare-releases" });
}

/** Compares the other way round. */
export function swapReleases(): Promise<void> {
  const { before, after } = comparedReleases.get();
  return compare({ before: after, after: before, changes: null });
}

async function compare({ before, after }: Pair): Promise<void> {
  comparedReleases.set({ before, after, changes: null });
  if (!before || !after) return;
  try {
    const tickets = { before: before.ticket, after: after.ticket };
    const { changes } = await runJob(t("Comparing the releases"), (options) =>
      call("dataset.compare", tickets, options),
    );
    comparedReleases.set({ before, after, changes });
  } catch (error) {
    toastError(error);
  }
}

async function pickRelease(): Promise<PickedRelease | null> {
  try {
    const ticket = await pickFolder();
    if (ticket === undefined) return null;
    const opened = await runJob(t("Verifying the release"), (options) =>
      call("dataset.open", { ticket }, options),
    );
    return { ...opened, ticket };
  } catch (error) {
    toastError(error);
    return null;
  }
}

async function pickFolder(): Promise<string | undefined> {
  if (door.pickFolder) return (await door.pickFolder())[0];
  const files = await chooseInPage({ folder: true });
  return files.length > 0 ? (await ticketsFor(files))[0] : undefined;
}
