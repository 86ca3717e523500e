/** A file that cannot be imported; the message says what it is, or what is wrong with it, and what to do. */
export class ImportError extends Error {
  override name = "ImportError";
}

/** What to do about a file that did not arrive as it was written. */
export const AGAIN = "copy or download it again as a whole, or save the model again";

/** What can be done with the data of a model that cannot be imported. */
export const FROM_TABLE =
  "fit a linear model from its table instead (in the folder of Glasshouse, npm run new -- table.csv --target price)";
