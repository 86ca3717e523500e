import type { Catalogue } from "@/lib/language/locale";
import { useLocale } from "#locale";

/** The texts of a catalogue in the language of the reader, in any component that is not async. */
export function useWords<Words>(catalogue: Catalogue<Words>): Words {
  return catalogue[useLocale()];
}
