import { typedName } from "@/components/query";
import { DEFAULT_LOCALE, localeOf } from "@/lib/language/locale";
import type { Input } from "@/lib/model/spec";

/** What a form that is sent without JavaScript says of the language that it was typed in; see `typedIn`. */
export function TypedMark({ inputs }: { inputs: Input[] }) {
  const locale = inputs[0] ? localeOf(inputs[0]) : DEFAULT_LOCALE;
  return locale === DEFAULT_LOCALE ? null : <input type="hidden" name={typedName({ inputs })} value={locale} />;
}
