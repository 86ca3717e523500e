import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** In the place of the what-if where no script can run. */
export const WITHOUT_SCRIPT = catalogue({
  en: (form: (text: string) => ReactNode) => (
    <>
      With JavaScript, the estimate changes here while you change an answer. Without it,{" "}
      {form("change your answers in the form")}. “One answer at a time” below shows how the estimate changes with each
      answer.
    </>
  ),
  de: (form) => (
    <>
      Mit JavaScript ändert sich die Schätzung hier, während Sie eine Angabe ändern. Ohne JavaScript:{" "}
      {form("Angaben im Formular ändern")}. „Jede Angabe für sich“ weiter unten zeigt, wie sich die Schätzung mit jeder
      Angabe ändert.
    </>
  ),
});
