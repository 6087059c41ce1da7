/** Device-independent pixels, from the top left of the main display. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface WindowPlace extends Rectangle {
  maximized: boolean;
}

export const smallest = { width: 900, height: 600 };
const usual = { width: 1400, height: 900 };
/** As much of a title bar as a person needs to get hold of it. */
const grip = { width: 120, height: 32 };

/**
 * Where to open the window: where it was, if a display still shows enough of its title bar to move
 * it, no larger than that display; else in the middle of the main display (the first of `displays`).
 */
export function placeWindow(
  saved: WindowPlace | null,
  displays: readonly Rectangle[],
): WindowPlace {
  const fitting = saved ? displays.map((area) => ({ area, place: within(saved, area) })) : [];
  const found = fitting.find(({ area, place }) => showsTitleBar(area, place));
  if (found) return found.place;
  const main = displays[0] ?? { x: 0, y: 0, ...usual };
  return { ...centred(saved ?? usual, main), maximized: saved?.maximized ?? false };
}

function showsTitleBar(area: Rectangle, window: Rectangle): boolean {
  const left = Math.max(area.x, window.x);
  const right = Math.min(area.x + area.width, window.x + window.width);
  const bottom = area.y + area.height - grip.height;
  return right - left >= grip.width && window.y >= area.y && window.y <= bottom;
}

function within(saved: WindowPlace, area: Rectangle): WindowPlace {
  return { ...saved, ...fitted(saved, area) };
}

function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const { width, height } = fitted(size, area);
  const x = area.x + Math.round((area.width - width) / 2);
  const y = area.y + Math.round((area.height - height) / 2);
  return { x, y, width, height };
}

function fitted(size: { width: number; height: number }, area: Rectangle) {
  const clamped = (side: "width" | "height") =>
    Math.min(area[side], Math.max(smallest[side], Math.round(size[side])));
  return { width: clamped("width"), height: clamped("height") };
}
