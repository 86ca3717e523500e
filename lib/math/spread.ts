/** At most `most` of sorted numbers: the middles of as many equal parts of them. */
export function spread(sorted: ArrayLike<number>, most: number): number[] {
  const count = Math.min(sorted.length, most);
  return Array.from({ length: count }, (_, index) => sorted[Math.floor(((index + 0.5) * sorted.length) / count)]!);
}
