import { useWords } from "@/components/language/use-words";
import { catalogue } from "@/lib/language/locale";

const WORDS = catalogue({
  en: { notShown: "The owner of this model does not show its coefficients. Its estimates are the same." },
  de: { notShown: "Der Betreiber zeigt die Koeffizienten dieses Modells nicht. Die Schätzungen sind dieselben." },
});

/** What stands in the place of a part that would give the model away. */
export function NotShown() {
  return <p className="max-w-[38rem]">{useWords(WORDS).notShown}</p>;
}
