import { settings } from "./settings";

/** Who asks about a model: the owner by a login, a program by a key, or anybody. */
export type Viewer = "owner" | "key" | "anybody";

/**
 * Whether somebody sees what a model is made of, by `SHOW_MODEL`: its terms and coefficients, and exports, which hold
 * them. The owner always does. Estimates with their reasons are for everybody, so a patient person can still work
 * coefficients out; the setting keeps them from being handed over.
 */
export function isModelShown(viewer: Viewer): boolean {
  const { SHOW_MODEL } = settings();
  return viewer === "owner" || SHOW_MODEL === "everybody" || (SHOW_MODEL === "keys" && viewer === "key");
}
