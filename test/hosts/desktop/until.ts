/** Lets promises that are under way go on until `holds`. @throws Error after ten seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("it did not happen within ten seconds");
}
