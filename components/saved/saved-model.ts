import type { Locale } from "@/lib/language/locale";
import type { Input } from "@/lib/model/spec";
import { specIn } from "@/lib/model/translate";
import type { Listed } from "@/lib/registry/outline";

/** What the list of saved estimates needs of a model that is here: small, since it is sent for every model. */
export interface SavedModel {
  id: string;
  title: string;
  version: string;
  unit?: string;
  /** What is estimated, and its unit in words, where the model has them: "Sale price, Canadian dollars of 1987". */
  estimated?: string;
  inputs: Input[];
}

/** In the language of the reader. */
export function savedModelOf({ spec, version }: Pick<Listed, "spec" | "version">, locale: Locale): SavedModel {
  const { id, title, target, inputs } = specIn(spec, locale);
  const { label, help, unit } = target;
  return { id, title, version, unit, ...(help && { estimated: `${label}, ${help}` }), inputs: inputs.map(withoutForm) };
}

/** Without what only a form needs: help, and the levels to choose from. */
function withoutForm(input: Input): Input {
  const { help: _, ...rest } = input;
  return rest.kind === "category" ? { ...rest, levels: [] } : rest;
}
