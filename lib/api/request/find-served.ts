import type { Model } from "../../model/model";
import { findModel, findUnavailable, loadedModel } from "../../registry/registry";
import { StoreAwayError } from "../../store/faults";
import { access } from "../middleware/authorize";
import { modelUnavailable, noSuchModel, unknownVersion, versionNotShown } from "../problem/problem";
import type { Call } from "./call";
import type { ReadHeader } from "./read-header";
import type { Problem } from "../problem/schema";
import type { Soon } from "../../service/soon";

type Served = { model: Model } | { problem: Problem };

/**
 * The model with an id, or why none answers: there is none, or it cannot be read as it stands, of which only the owner
 * learns more.
 */
export function findServed(id: string): Soon<Served> {
  const model = loadedModel(id);
  return model ? { model } : lookFor(id);
}

/**
 * The same in the version that the query names. Of a model, versions other than the champion are for those who may
 * publish.
 */
export function findAsked(id: string, { url, header }: Pick<Call, "url" | "header">): Soon<Served> {
  const version = url.includes("version=") ? new URLSearchParams(url.slice(url.indexOf("?"))).get("version") : null;
  return findOf(id, version ?? undefined, header);
}

/** The same in a version; in the one that is served, where none is named. */
export function findOf(id: string, version: string | undefined, header: ReadHeader): Soon<Served> {
  return version === undefined ? findServed(id) : findVersion(id, version, header);
}

async function findVersion(id: string, version: string, header: ReadHeader): Promise<Served> {
  const served = await findServed(id);
  if ("model" in served && served.model.version === version) return served;
  const refusal = await access.versions.check!(header);
  if (refusal) return { problem: refusal.problem.status === 503 ? refusal.problem : versionNotShown() };
  try {
    const model = await findModel(id, version);
    return model ? { model } : { problem: unknownVersion() };
  } catch (error) {
    if (!(error instanceof StoreAwayError)) throw error;
    return { problem: modelUnavailable() };
  }
}

async function lookFor(id: string): Promise<Served> {
  const model = await findModel(id);
  if (model) return { model };
  return { problem: (await findUnavailable(id)) ? modelUnavailable() : noSuchModel() };
}
