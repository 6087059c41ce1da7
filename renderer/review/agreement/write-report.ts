import { call } from "../../api.ts";
import { download, pickPlace } from "../../dialogs/use-export.ts";
import { toast, toastError } from "../../look/toasts.tsx";
import { t } from "../../messages.ts";
import { runJob } from "../../shell/jobs.ts";
import type { Asking } from "./asking.ts";
import { requestOf } from "./measuring.ts";

/** Asks for a place, where the host has places, and writes the report there or starts its download. */
export async function writeReport(asked: Asking): Promise<void> {
  try {
    const ticket = await pickPlace();
    if (ticket === undefined) return;
    const written = await runJob(t("Writing the report"), (options) =>
      call("review.report", { ...requestOf(asked), ticket }, options),
    );
    download(written);
    const text =
      written.download === null
        ? t("The report is in {place}.", { place: written.place })
        : t("The download of the report has started.");
    toast({ tone: "success", text });
  } catch (error) {
    toastError(error);
  }
}
