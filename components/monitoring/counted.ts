import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

/** What is counted: one of it, several, and none. */
interface Noun {
  one: string;
  many: string;
  no: string;
}

const COUNTED = catalogue({
  en: {
    request: { one: "request", many: "requests", no: "no requests" },
    outcome: { one: "outcome", many: "outcomes", no: "no outcomes" },
    reported: { one: "reported outcome", many: "reported outcomes", no: "no reported outcomes" },
    estimate: { one: "estimate", many: "estimates", no: "no estimates" },
    openAlert: { one: "open alert", many: "open alerts", no: "no open alerts" },
  },
  de: {
    request: { one: "Anfrage", many: "Anfragen", no: "keine Anfragen" },
    outcome: { one: "Ergebnis", many: "Ergebnisse", no: "keine Ergebnisse" },
    reported: { one: "gemeldetes Ergebnis", many: "gemeldete Ergebnisse", no: "keine gemeldeten Ergebnisse" },
    estimate: { one: "Schätzung", many: "Schätzungen", no: "keine Schätzungen" },
    openAlert: { one: "offener Alarm", many: "offene Alarme", no: "keine offenen Alarme" },
  },
});

type Counted = {
  [Name in keyof (typeof COUNTED)["en"]]: (typeof COUNTED)["en"][Name] extends Noun ? Name : never;
}[keyof (typeof COUNTED)["en"]];

/** "1 estimate", "412 estimates", "no outcomes". */
export function counted(locale: Locale, count: number, of: Counted): string {
  const rounded = Math.round(count);
  const { one, many, no } = COUNTED[locale][of];
  return rounded === 0 ? no : writerOf(locale).count(rounded, one, many);
}
