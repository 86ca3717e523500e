/** The cookie that keeps the language that a reader has chosen. */
export const LANGUAGE_COOKIE = "glasshouse-language";
export const LANGUAGE_SECONDS = 365 * 24 * 3600;

/** The field of the form that chooses a language, and that of the page to go back to. */
export const LANGUAGE_FIELD = "language";
export const BACK_FIELD = "to";
