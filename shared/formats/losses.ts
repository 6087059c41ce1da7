/** A sentence about things that a format cannot hold, which addUpLosses can add to others like it. */
export function countedLoss(things: string, count: number, consequence: string): string {
  return `${things} (${count}): ${consequence}`;
}

const counted = /^([A-Z][a-z ]+) \((\d+)\): (.+)$/;

/** The losses of many documents as those of one: counts added up, equal sentences said once. */
export function addUpLosses(losses: Iterable<string>): string[] {
  const sums = new Map<string, { things: string; count: number; consequence: string }>();
  for (const loss of losses) {
    const [, things = loss, count = "0", consequence = ""] = counted.exec(loss) ?? [];
    const key = `${things}: ${consequence}`;
    const before = sums.get(key)?.count ?? 0;
    sums.set(key, { things, count: before + Number(count), consequence });
  }
  return Array.from(sums.values(), ({ things, count, consequence }) =>
    consequence === "" ? things : countedLoss(things, count, consequence),
  );
}
