import { readQuery, typedIn } from "@/components/query";
import { predict, type Prediction } from "@/lib/model/answer/predict";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Fault, Inputs } from "@/lib/model/inputs/schema";
import type { Locale } from "@/lib/language/locale";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { findModel } from "@/lib/registry/registry";
import { cache } from "react";
import { readLevel } from "./level";

type Range = ReturnType<typeof readLevel>;

export type Answer =
  | { model: Model; inputs: Inputs; prediction: Prediction; range: Range; faults?: undefined }
  | { model: Model; inputs?: undefined; prediction?: undefined; range?: undefined; faults: Fault[] };

/**
 * What a model answers to the query of an address, in the language of the reader; nothing where there is no such model. The
 * title of a page and the page itself need the same answer, so it is kept while one request is rendered: the arguments are
 * texts, since equal texts are the same key.
 */
export const answerQuery = cache(async (id: string, query: string, locale: Locale): Promise<Answer | undefined> => {
  const found = await findModel(id);
  if (!found) return undefined;
  const model = modelIn(found, locale);
  const asked = new URLSearchParams(query);
  const read = readForm(model, readQuery(model.spec, asked), typedIn(model.spec, asked));
  if ("faults" in read) return { model, faults: read.faults };
  const range = readLevel(model, asked);
  return { model, inputs: read.inputs, prediction: predict(model, read.inputs, range), range };
});
