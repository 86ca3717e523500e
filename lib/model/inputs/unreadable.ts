/** A text that is no value as it stands, and what it needs. */
export class Unreadable {
  /**
   * @param need words that stand after the input's label
   * @param readings the two numbers that it may be
   */
  constructor(
    readonly text: string,
    readonly need: string,
    readonly readings?: readonly [number, number],
  ) {}
}
