import { expect, test } from "vitest";
import { heatOf, heatTones, tones } from "../../../shared/plots/tones.ts";

/** WCAG 2's relative luminance of "#rrggbb". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

test("words can be read on every tone, by day and by night", () => {
  const weak = Object.entries(tones).flatMap(([name, { light, dark }]) =>
    [light, dark]
      .filter(({ fill, text }) => contrast(fill, text) < 4.5)
      .map(({ fill, text }) => `${name}: ${text} on ${fill} ${contrast(fill, text).toFixed(2)}`),
  );
  expect(weak).toEqual([]);
});

test("heat goes one way in brightness, away from the paper, so that it is seen without colours", () => {
  const [light, dark] = (["light", "dark"] as const).map((scheme) =>
    heatTones.map((name) => luminance(tones[name][scheme].fill)),
  );
  expect(light).toEqual([...(light ?? [])].sort((a, b) => b - a));
  expect(dark).toEqual([...(dark ?? [])].sort((a, b) => a - b));
});

test("the most is the warmest, and little is never nothing", () => {
  expect([1, 4, 50, 100].map((count) => heatOf(count, 100))).toEqual([
    ...["heat-1", "heat-2", "heat-5", "heat-6"],
  ]);
  expect(heatOf(0, 0)).toBe("heat-1");
  expect(heatOf(2, 1)).toBe("heat-6");
});
