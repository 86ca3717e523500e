/** Where the content of a page begins, behind the navigation of the site; and behind that of its model. */
export const PAGE_CONTENT = "page-content";
export const MODEL_CONTENT = "model-content";
