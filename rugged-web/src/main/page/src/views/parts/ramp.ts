// Colours of maps: the ordered ramp of the figures, or blue, white, red about zero where both signs occur.
export type Colour = [number, number, number];

const LIGHT = ['#160b39', '#520e6d', '#8c2369', '#c43c4e', '#ed6925'];
const DARK = ['#b6308b', '#da5a6a', '#f3874a', '#febb2b', '#f0f921'];
const SIGNED_LIGHT = ['#0b4a8f', '#7fa9d6', '#f7f7f4', '#e59a78', '#9c2f00'];
const SIGNED_DARK = ['#7db8f0', '#3f6f9e', '#2a2b28', '#a5593a', '#f0955f'];

function parse(text: string): Colour {
  const bits = parseInt(text.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

/** Colour of a place between 0 and 1. */
export function ramp(dark: boolean, signed: boolean): (place: number) => Colour {
  const stops = (signed ? (dark ? SIGNED_DARK : SIGNED_LIGHT) : dark ? DARK : LIGHT).map(parse);
  return (place) => {
    const scaled = Math.min(1, Math.max(0, place)) * (stops.length - 1);
    const from = Math.min(Math.floor(scaled), stops.length - 2);
    const share = scaled - from;
    const low = stops[from] as Colour;
    const high = stops[from + 1] as Colour;
    return [0, 1, 2].map((i) => Math.round(low[i]! + share * (high[i]! - low[i]!))) as Colour;
  };
}

export interface Scale {
  low: number;
  high: number;
  /** Whether the scale is symmetrical about zero. */
  signed: boolean;
  place: (value: number) => number;
}

/** The scale of values: symmetrical about zero where both signs matter, otherwise from least to greatest. */
export function colourScale(low: number, high: number): Scale {
  const signed = low < 0 && high > 0 && Math.min(-low, high) > 0.05 * Math.max(-low, high);
  const reach = Math.max(-low, high);
  const from = signed ? -reach : low;
  const to = signed ? reach : high > low ? high : low + 1;
  return { low: from, high: to, signed, place: (value) => (value - from) / (to - from) };
}

export function css(colour: Colour): string {
  return `rgb(${colour.join(' ')})`;
}
