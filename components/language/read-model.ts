import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { findModel } from "@/lib/registry/registry";
import { readLocale } from "./read-locale";

/** A model in the language of the reader: what pages show of it, and sentences about it, are written in that. */
export async function readModel(...which: Parameters<typeof findModel>): Promise<Model | undefined> {
  const [model, locale] = await Promise.all([findModel(...which), readLocale()]);
  return model && modelIn(model, locale);
}
