import type { Model } from "../../model/model";
import { findModel, loadedModel } from "../../registry/registry";
import { noSuchModel } from "../problem/problem";
import type { Problem } from "../problem/schema";
import type { Soon } from "../../service/soon";

type Served = { model: Model } | { problem: Problem };

/** The model with an id, or the problem that there is none. */
export function findServed(id: string): Soon<Served> {
  const model = loadedModel(id);
  return model ? { model } : lookFor(id);
}

async function lookFor(id: string): Promise<Served> {
  const model = await findModel(id);
  return model ? { model } : { problem: noSuchModel() };
}
