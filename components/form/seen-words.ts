import { catalogue } from "@/lib/language/locale";

/** The values of an input in the rows that came with a model, which the server writes. */
export const SEEN_WORDS = catalogue({
  en: (data: string, values: string) => `In the ${data}: ${values}`,
  de: (data, values) => `In den ${data}: ${values}`,
});
