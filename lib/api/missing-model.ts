import { findUnavailable } from "../registry/registry";
import type { Problem } from "./contract";
import { modelUnavailable, noSuchModel } from "./problem";

/** Why no model answers to an id: there is none, or it cannot be read as it stands, of which only the owner learns more. */
export async function missingModel(id: string): Promise<Problem> {
  return (await findUnavailable(id)) ? modelUnavailable() : noSuchModel();
}
