/** What people call the parts of a linear model in files of their own, without signs, in small letters. */
export const KEYS = {
  coefficients: ["coefficients", "coefs", "coef", "params", "parameters", "weights", "betas"],
  intercept: ["intercept", "const", "constant", "bias"],
  names: ["features", "featurenames", "featurenamesin", "columns", "datacolumns", "names", "terms", "predictors"],
  link: ["link", "linkfunction"],
  target: ["targettransform", "ytransform", "transformtarget"],
} as const;
/** Columns of a table of coefficients; the first name is empty where a program writes the names of rows. */
export const COLUMNS = {
  names: ["term", "name", "feature", "variable", "parameter", "predictor", "column", "input", "index", "unnamed", ""],
  values: ["estimate", "coefficient", "coefficients", "coef", "coefs", "value", "weight", "params", "beta", "x", "0"],
} as const;

/** Keys beside coefficients that change what they are coefficients of. */
const OF_SCALER = /^(x|feature|scaler|input)?(mean|means|std|stds|sd|scale|scales|scaler|min|minmax|var|variance)s?$/;

/** A key without capitals and signs: "feature_names_in_" and "featureNamesIn" are one. */
export const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, "");

export type Part = keyof typeof KEYS;

export function partOf(key: string): Part | "scaler" | undefined {
  const plain = plainKey(key);
  for (const part of Object.keys(KEYS) as Part[]) if ((KEYS[part] as readonly string[]).includes(plain)) return part;
  return OF_SCALER.test(plain) ? "scaler" : undefined;
}

export const isIntercept = (name: string): boolean => (KEYS.intercept as readonly string[]).includes(plainKey(name));
