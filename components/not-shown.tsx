import { catalogue } from "@/lib/language/locale";
import { useWords } from "./language/use-words";

const NOT_SHOWN_WORDS = catalogue({
  en: { text: "The owner of this model does not show its coefficients; the estimates are the same." },
  de: { text: "Die Koeffizienten dieses Modells sind nicht öffentlich; die Schätzungen sind dieselben." },
});

/** In place of a part that would give the model away. */
export function NotShown() {
  return <p className="max-w-[38rem]">{useWords(NOT_SHOWN_WORDS).text}</p>;
}
