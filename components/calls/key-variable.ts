/** The environment variable from which samples take the key, so that no key stands in code. */
export const KEY_VARIABLE = "GLASSHOUSE_KEY";
