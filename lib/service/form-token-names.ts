/** The names that a token of a page goes by, which its scripts know too: see form-token.ts. */
export const FORM_COOKIE = "glasshouse-form";

/** The field of a form. */
export const TOKEN_FIELD = "form-token";

/** The header of a call that a page's script makes, and of the request that reaches the page itself. */
export const TOKEN_HEADER = "x-form-token";
