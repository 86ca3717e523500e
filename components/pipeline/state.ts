import { readAccess, READERS } from "@/components/admin/session";
import { lastDays } from "@/lib/monitoring/stored";
import type { NotServed } from "@/lib/registry/look";
import { listModels, listNotServed } from "@/lib/registry/registry";
import { listAlertEvents, readStanding } from "@/lib/store/alerts";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import { countOutcomes } from "@/lib/store/outcomes";
import { countPredictions } from "@/lib/store/predictions";
import { withStore } from "@/lib/store/store";
import type { AlertEventRow } from "@/lib/store/tables";
import type { Model } from "@/lib/model/model";
import { readStudio, type Studio } from "./read-studio";

const DAY = 86_400_000;

/** What only the owner and a reviewer are shown. */
export interface Inside {
  predictionsToday: number;
  outcomes: number;
  /** How many alerts stand. */
  standing: number;
  lastAlert: AlertEventRow | undefined;
  studio: Studio;
}

export interface PipelineState {
  models: Model[];
  access: "closed" | "out" | "in";
  /** The models that cannot be read as they stand; none for others than the owner. */
  notServed: readonly NotServed[];
  /** Of the owner's part: what there is, why there is nothing, or nothing at all for others. */
  inside: Inside | { fault: string } | undefined;
}

/** What this deployment is and does at this moment. */
export async function readPipeline(now: Date): Promise<PipelineState> {
  const models = await listModels();
  let notServed: PipelineState["notServed"] = [];
  try {
    const access = await readAccess(READERS);
    if (access !== "in") return { models, access, notServed, inside: undefined };
    notServed = await listNotServed();
    return { models, access, notServed, inside: await readInside(models, now) };
  } catch (error) {
    if (!(error instanceof NoStoreError || error instanceof StoreAwayError)) throw error;
    return { models, access: "out", notServed, inside: { fault: error.message } };
  }
}

async function readInside(models: Model[], now: Date): Promise<Inside> {
  const today = { from: Math.floor(now.getTime() / DAY) * DAY, to: now.getTime() + 1 };
  const month = lastDays(30, now);
  const studio = await readStudio();
  return withStore(async (store) => {
    const inside: Inside = { predictionsToday: 0, outcomes: 0, standing: 0, lastAlert: undefined, studio };
    for (const { spec, version } of models) {
      inside.predictionsToday += await countPredictions(store, spec.id, today);
      inside.outcomes += await countOutcomes(store, spec.id, "actual", month);
      inside.standing += Object.keys(await readStanding(store, { model: spec.id, version })).length;
    }
    [inside.lastAlert] = await listAlertEvents(store, 1);
    return inside;
  });
}
