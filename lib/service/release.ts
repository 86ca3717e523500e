/** The version of Glasshouse, as in package.json. */
export const RELEASE = "0.1.0";
