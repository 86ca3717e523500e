import { catalogue } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";

/** The pages that stand alone; see `plainPage`. What says "markup" is written as HTML, with links and code inside. */
export const PLAIN_WORDS = catalogue({
  en: {
    allModels: "See all models",
    noForm: {
      title: "No form",
      heading: "This page takes no form.",
      markup: "You can only read it.",
    },
    unavailable: {
      title: "Not available now",
      heading: "This model is not available at the moment.",
      markup: (pipeline: string) =>
        `Its files are being changed, or there is a problem in them. The owner finds the reason and the command to run in the <a href="${pipeline}">pipeline</a>. The other models work.`,
    },
    notTaken: "Form not accepted",
    notAForm: { heading: "This is not a form.", markup: "This address accepts only the forms of its pages." },
    tooLong: {
      heading: "This form is too long.",
      markup: (bytes: number) => `It must have at most ${writerOf("en").quantity(bytes)} bytes.`,
    },
    otherSite: {
      heading: "This form did not come from a page of this site.",
      operator: `For the operator: on plain HTTP, browsers do not say which site a form comes from. The proxy in front has to pass on the host that they request. In nginx that is
<code>proxy_set_header Host $http_host;</code>. Another proxy may send the host, with its port, as
<code>X-Forwarded-Host</code>; set <code>TRUST_PROXY</code> to the number of proxies.`,
    },
    unreadable: "This form cannot be read.",
    notKept: { title: "Not saved", heading: "Nothing can be saved at the moment." },
    again:
      "Go back, load the page again and send the form once more. Your browser must keep the cookies of this site until then.",
  },
  de: {
    allModels: "Alle Modelle ansehen",
    noForm: {
      title: "Kein Formular",
      heading: "Diese Seite nimmt kein Formular an.",
      markup: "Sie lässt sich nur lesen.",
    },
    unavailable: {
      title: "Zurzeit nicht verfügbar",
      heading: "Dieses Modell ist zurzeit nicht verfügbar.",
      markup: (pipeline) =>
        `Seine Dateien werden gerade geändert oder sind fehlerhaft. Den Grund und den nötigen Befehl finden Betreiber in der <a href="${pipeline}">Pipeline</a>. Die anderen Modelle funktionieren.`,
    },
    notTaken: "Formular nicht angenommen",
    notAForm: {
      heading: "Das ist kein Formular.",
      markup: "Diese Adresse nimmt nur die Formulare ihrer eigenen Seiten an.",
    },
    tooLong: {
      heading: "Dieses Formular ist zu lang.",
      markup: (bytes) => `Es darf höchstens ${writerOf("de").quantity(bytes)} Bytes haben.`,
    },
    otherSite: {
      heading: "Dieses Formular kam nicht von einer Seite dieser Website.",
      operator: `Für Betreiber: Über unverschlüsseltes HTTP teilen Browser nicht mit, von welcher Website ein Formular kommt. Der Proxy davor muss den Host weitergeben, den sie anfordern. In nginx ist das
<code>proxy_set_header Host $http_host;</code>. Andere Proxys können den Host mit seinem Port als
<code>X-Forwarded-Host</code> senden; setzen Sie <code>TRUST_PROXY</code> auf die Anzahl der Proxys.`,
    },
    unreadable: "Dieses Formular ist nicht lesbar.",
    notKept: { title: "Nicht gespeichert", heading: "Zurzeit lässt sich nichts speichern." },
    again:
      "Gehen Sie zurück, laden Sie die Seite neu und senden Sie das Formular noch einmal. Ihr Browser muss die Cookies dieser Website bis dahin behalten.",
  },
});
