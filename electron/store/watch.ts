/** Follows long work. Hears how many of so many rows are done; what it throws ends the work. */
export type Watch = (done: number, total: number) => void;

export const unwatched: Watch = () => {};

/** So many rows are a few milliseconds, and few enough calls that they cost nothing. */
const betweenLooks = 500;

/** Counts rows for a watch, which is told of every few hundred and of the last. */
export function counting(watch: Watch, total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done === total || done % betweenLooks === 0) watch(done, total);
  };
}
