/** The header by which the script of a page says which language its reader has; the API answers others in English. */
export const PAGE_LANGUAGE_HEADER = "x-page-language";
