/** A text that is no value as it stands, and what it needs. */
export class Unreadable {
  /**
   * @param need words that stand after the input's label
   * @param either the two numbers that it may be, in words
   */
  constructor(
    readonly text: string,
    readonly need: string,
    readonly either?: string,
  ) {}
}
