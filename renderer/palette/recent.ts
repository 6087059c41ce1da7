const place = "palette recent";
const mostKept = 20;

/** What was done from the palette, the last first. */
export function readRecent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function noteRecent(id: string): void {
  const others = readRecent().filter((known) => known !== id);
  localStorage.setItem(place, JSON.stringify([id, ...others].slice(0, mostKept)));
}
