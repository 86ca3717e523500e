import { readAccess, READERS } from "@/components/admin/session";
import { readLocale } from "@/components/language/read-locale";
import { specIn } from "@/lib/model/translate";
import { lastDays } from "@/lib/monitoring/stored";
import type { NotServed } from "@/lib/registry/look";
import { listNotServed, listOutlines } from "@/lib/registry/registry";
import { listAlertEvents, readStanding } from "@/lib/store/alerts";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import { countOutcomes } from "@/lib/store/outcomes";
import { countPredictions } from "@/lib/store/predictions";
import { withStore } from "@/lib/store/store";
import type { AlertEventRow } from "@/lib/store/tables";
import type { Listed } from "@/lib/registry/outline";
import { readStudio, type Studio } from "./read-studio";

const DAY = 86_400_000;

/** What only the owner and a reviewer see. */
export interface Inside {
  predictionsToday: number;
  outcomes: number;
  /** How many alerts are open. */
  standing: number;
  lastAlert: AlertEventRow | undefined;
  studio: Studio;
}

export interface PipelineState {
  models: Listed[];
  access: "closed" | "out" | "in";
  /** The models that cannot be read at the moment; none but for the owner and a reviewer. */
  notServed: readonly NotServed[];
  /** The part of the owner: its figures, or why there are none; undefined for other readers. */
  inside: Inside | { fault: NoStoreError | StoreAwayError } | undefined;
}

/** The state of this deployment at this moment. */
export async function readPipeline(now: Date): Promise<PipelineState> {
  const [outlines, locale] = await Promise.all([listOutlines(), readLocale()]);
  const models = outlines.map((outline) => ({ ...outline, spec: specIn(outline.spec, locale) }));
  let notServed: PipelineState["notServed"] = [];
  try {
    const access = await readAccess(READERS);
    if (access !== "in") return { models, access, notServed, inside: undefined };
    notServed = await listNotServed();
    return { models, access, notServed, inside: await readInside(models, now) };
  } catch (error) {
    if (!(error instanceof NoStoreError || error instanceof StoreAwayError)) throw error;
    return { models, access: "out", notServed, inside: { fault: error } };
  }
}

async function readInside(models: Listed[], now: Date): Promise<Inside> {
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
