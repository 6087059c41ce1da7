/** Counts what a reader left out or took otherwise, and says each with its count. */
export class Tally {
  readonly #counts = new Map<string, number>();

  /** `what` is the key of a sentence. */
  add(what: string, count = 1): void {
    if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
  }

  /** In the order of the sentences; those that nothing was counted for are not said. */
  sentences(phrases: Readonly<Record<string, [one: string, many: string]>>): string[] {
    return Object.entries(phrases).flatMap(([what, [one, many]]) => {
      const count = this.#counts.get(what) ?? 0;
      return count === 0 ? [] : [(count === 1 ? one : many).replace("#", String(count))];
    });
  }
}
