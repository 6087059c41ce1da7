/** A colour as linear light, red, green and blue from 0 to 1. */
export type LinearColour = readonly [number, number, number];

/** Reads the notations that tokens.css uses: #rgb in hexadecimal and oklch(). */
export function parseColour(text: string): LinearColour {
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex)
    return [0, 2, 4].map((at) => toLinear(parseInt(hex.slice(at, at + 2), 16) / 255)) as never;
  const oklch = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(text);
  if (!oklch) throw new Error(`${text} is no colour that this reads`);
  const [, lightness, chroma, hue] = oklch.map(Number) as [number, number, number, number];
  const angle = (hue * Math.PI) / 180;
  return fromOklab([lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]);
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

// Björn Ottosson, "A perceptual color space for image processing", 2020.
function fromOklab([L, a, b]: LinearColour): LinearColour {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function toOklab([r, g, b]: LinearColour): LinearColour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** WCAG 2.2's contrast ratio, 1 to 21. */
export function contrast(one: LinearColour, other: LinearColour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: LinearColour): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How different two colours look: the distance in Oklab; 0.02 is about what can just be told apart. */
export function difference(one: LinearColour, other: LinearColour): number {
  const [a, b] = [toOklab(one), toOklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

type Matrix = readonly [LinearColour, LinearColour, LinearColour];

// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
// deficiency", 2009, severity 1.0.
export const visions: Record<string, Matrix> = {
  "full colour vision": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** What somebody with that vision sees in its place. */
export function seenWith(vision: Matrix, [r, g, b]: LinearColour): LinearColour {
  return vision.map(([x, y, z]) => clamp(x * r + y * g + z * b)) as never;
}
