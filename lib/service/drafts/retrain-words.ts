/** What is said where nothing has been reported since a model was trained. */
export const NO_OUTCOMES = "no outcome has been reported since it was trained, so there is no row to add";
