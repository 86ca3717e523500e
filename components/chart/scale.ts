import { scaleLinear } from "d3-scale";

/** The digits behind a hundredth of a pixel or of a per cent would be a tenth of a page of charts. */
const toHundredths = (from: number, to: number) => (share: number) =>
  Math.round((from + (to - from) * share) * 100) / 100;

/** A linear scale for what is drawn: its values are rounded to hundredths. */
export const drawingScale = (domain: Iterable<number>, range: Iterable<number>) =>
  scaleLinear(domain, range).interpolate(toHundredths);
