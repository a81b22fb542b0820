/** Colours of the tokens as numbers: red, green and blue of sRGB and opacity, each from 0 to 1. */
export interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const notation =
  /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)(?:deg)?\s*(?:\/\s*([\d.]+)(%?)\s*)?\)$/;

function toSrgb(linear: number): number {
  const clipped = Math.min(1, Math.max(0, linear));
  return clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * clipped ** (1 / 2.4) - 0.055;
}

/** Reads `oklch(L C H)` or `oklch(L C H / A)`; null for anything else. Clips what sRGB cannot show. */
export function parseOklch(text: string): Rgba | null {
  const match = notation.exec(text.trim());
  if (match === null) return null;
  const [, l = '0', lightnessUnit, c = '0', h = '0', a = '1', alphaUnit] = match;
  const lightness = Number(l) / (lightnessUnit === '%' ? 100 : 1);
  const hue = (Number(h) * Math.PI) / 180;
  const greenRed = Number(c) * Math.cos(hue);
  const blueYellow = Number(c) * Math.sin(hue);
  const long = (lightness + 0.3963377774 * greenRed + 0.2158037573 * blueYellow) ** 3;
  const medium = (lightness - 0.1055613458 * greenRed - 0.0638541728 * blueYellow) ** 3;
  const short = (lightness - 0.0894841775 * greenRed - 1.291485548 * blueYellow) ** 3;
  return {
    red: toSrgb(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    green: toSrgb(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    blue: toSrgb(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
    alpha: Number(a) / (alphaUnit === '%' ? 100 : 1),
  };
}

/** `#rrggbb`, or `#rrggbbaa` where it is not opaque. */
export function toHex({ red, green, blue, alpha }: Rgba): string {
  const parts = alpha < 1 ? [red, green, blue, alpha] : [red, green, blue];
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function luminance({ red, green, blue }: Rgba): number {
  const linear = (part: number): number =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The contrast ratio of WCAG 2, from 1 to 21, of two opaque colours. */
export function contrastOf(one: Rgba, other: Rgba): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
