/** A mark's place in a plot. */
interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

// What lies straight ahead comes before what is nearer and aside.
const aside = 3;

/** The mark that an arrow, Home or End leads to; null where there is none or another key was pressed. */
export function nextMark<Mark extends Placed>(
  marks: readonly Mark[],
  from: Mark,
  key: string,
): Mark | null {
  if (key === "Home") return marks[0] ?? null;
  if (key === "End") return marks.at(-1) ?? null;
  const direction = directions[key];
  if (!direction) return null;
  const [alongX, alongY] = direction;
  let found: { mark: Mark; distance: number } | null = null;
  for (const mark of marks) {
    const [dx, dy] = [middleX(mark) - middleX(from), middleY(mark) - middleY(from)];
    const ahead = dx * alongX + dy * alongY;
    if (mark === from || ahead <= 0.5) continue;
    const distance = ahead + aside * Math.abs(dx * alongY + dy * alongX);
    if (!found || distance < found.distance) found = { mark, distance };
  }
  return found?.mark ?? null;
}

const middleX = ({ x, width }: Placed) => x + width / 2;
const middleY = ({ y, height }: Placed) => y + height / 2;
