/** The cookie that keeps the language that a reader has chosen. */
export const LANGUAGE_COOKIE = "glasshouse-language";
export const LANGUAGE_SECONDS = 365 * 24 * 3600;
