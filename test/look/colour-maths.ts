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

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** WCAG 2.2's contrast ratio, 1 to 21. */
export function contrast(one: LinearColour, other: LinearColour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]: LinearColour): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// The sRGB primaries and white D65 of IEC 61966-2-1, and CIE 1976 L*a*b*.
function toLab([r, g, b]: LinearColour): LinearColour {
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How different two colours look, as CIEDE2000 has it: 1 is about what can just be told apart. */
export function difference(one: LinearColour, other: LinearColour): number {
  return ciede2000(toLab(one), toLab(other));
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula: implementation notes,
 * supplementary test data, and mathematical observations", 2005. Takes L*a*b* coordinates.
 */
export function ciede2000(one: LinearColour, other: LinearColour): number {
  const grey = greyShift((chroma(one) + chroma(other)) / 2);
  const [c1, h1] = polar(one, grey);
  const [c2, h2] = polar(other, grey);
  const turn = c1 * c2 === 0 ? 0 : turnBetween(h1, h2);
  const l = other[0] - one[0];
  const c = c2 - c1;
  const h = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const meanC = (c1 + c2) / 2;
  const meanH = c1 * c2 === 0 ? h1 + h2 : meanHue(h1, h2);
  const fromGrey = ((one[0] + other[0]) / 2 - 50) ** 2;
  const lightness = l / (1 + (0.015 * fromGrey) / Math.sqrt(20 + fromGrey));
  const saturation = c / (1 + 0.045 * meanC);
  const hue = h / (1 + 0.015 * meanC * hueWeight(meanH));
  const rotation =
    -2 * greyness(meanC) * Math.sin(radians(60 * Math.exp(-(((meanH - 275) / 25) ** 2))));
  return Math.sqrt(lightness ** 2 + saturation ** 2 + hue ** 2 + rotation * saturation * hue);
}

const chroma = ([, a, b]: LinearColour) => Math.hypot(a, b);
const greyness = (c: number) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
const greyShift = (c: number) => 1.5 - 0.5 * greyness(c);

function polar([, a, b]: LinearColour, grey: number): [chroma: number, hue: number] {
  const degrees = (Math.atan2(b, grey * a) * 180) / Math.PI;
  return [Math.hypot(grey * a, b), (degrees + 360) % 360];
}

function turnBetween(h1: number, h2: number): number {
  const turn = h2 - h1;
  return Math.abs(turn) <= 180 ? turn : turn - Math.sign(turn) * 360;
}

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

function hueWeight(h: number): number {
  return (
    1 -
    0.17 * Math.cos(radians(h - 30)) +
    0.24 * Math.cos(radians(2 * h)) +
    0.32 * Math.cos(radians(3 * h + 6)) -
    0.2 * Math.cos(radians(4 * h - 63))
  );
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
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** What somebody with that vision sees in its place. */
export function seenWith(vision: Matrix, [r, g, b]: LinearColour): LinearColour {
  return vision.map(([x, y, z]) => clamp(x * r + y * g + z * b)) as never;
}
