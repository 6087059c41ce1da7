/** Adds all of a list to the end of another; `push(...)` fails where there are too many. */
export function append<Item>(list: Item[], more: readonly Item[]): void {
  for (const item of more) list.push(item);
}
