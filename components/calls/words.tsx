import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** Makes a link of its text. */
type Link = (text: string) => ReactNode;

/** The texts of the page on the API of a model; `client-words.ts` has those that the browser needs. */
export const CALLS_WORDS = catalogue({
  en: {
    titleOf: (model: string) => `API of ${model}`,
    description: (model: string) => `${model} from curl, JavaScript, TypeScript, Python and R: JSON in, JSON out.`,
    inOneRequest: (parts: string) => `JSON in, JSON out: ${parts} in one request.`,
    estimate: "the estimate",
    range: "its range",
    contributions: "the contribution of each input",
    noKey: "No key is needed here.",
    callsNeedKey: "Calls need a key.",
    exportsNeedKey: "Exports need a key.",
    ownerCreatesKey: (page: ReactNode): ReactNode => <>The owner of this server creates it at {page}.</>,
    operatorHasKey: "The operator of this server has it.",
    putKey: (variable: ReactNode): ReactNode => <>Put it into the environment variable {variable}.</>,
    apiReference: "API reference",
    openApiDocument: "OpenAPI document",

    request: "Request",
    typedClients: (generator: ReactNode, document: Link, client: ReactNode, file: ReactNode): ReactNode => (
      <>
        For typed TypeScript clients, use {generator} with {document("the OpenAPI document")}, or {client} of {file} in
        the Glasshouse repository.
      </>
    ),
    notValid: "The inputs in this address are not valid.",
    showsExample: (correct: Link): ReactNode => (
      <>The samples show a typical example; {correct("correct the inputs in the form")}.</>
    ),
    typical: "The inputs are a typical example.",
    yours: "The inputs are those of your estimate.",
    change: "Change the inputs",
    seeEstimate: "See the estimate",

    response: "Response",
    notRounded: (fields: Link): ReactNode => (
      <>Numbers are not rounded. The API reference explains {fields("each field")}.</>
    ),
    noRange: "The model gives no range, because no rows with known outcomes came with it. Unknown values are null.",

    others: "Many rows and other protocols",
    sameEstimates: (batch: Link): ReactNode => (
      <>The estimates are the same. For a file, see {batch("estimates from a CSV file")}.</>
    ),
    manyRows: "Many rows in one request",

    export: "Export as SQL or code",
    onlyJson: "The export is the whole model as JSON. This model cannot be written as SQL or code.",
    asCode:
      "The export is one SELECT for your database or a function without dependencies. It gives the same estimate and the same range, and NULL where Glasshouse refuses.",
    asCodeWithoutRange:
      "The export is one SELECT for your database or a function without dependencies. It gives the same estimate, and NULL where Glasshouse refuses.",
    privateRows: (data: string) =>
      `The rows of the ${data} are private. The JSON export comes without them and cannot explain estimates.`,
    columns: "The SELECT reads one column for each input. The column has the name that the input has in the API.",
    nulls: "Estimate, low and high are NULL where an input is missing or not allowed, and where Glasshouse refuses.",
    nullsWithoutRange:
      "The estimate is NULL where an input is missing or not allowed, and where Glasshouse refuses. Low and high are always NULL, because the model gives no range.",
    onCommandLine: (command: ReactNode): ReactNode => <>In the folder of Glasshouse: {command}.</>,

    errors: "Errors",
    everyError: (kinds: Link, member: ReactNode, status: number): ReactNode => (
      <>
        Errors have status 4xx or 5xx and a problem+json body, the same for {kinds("every kind of error")}. With{" "}
        {member}, the response has status {status} and names the field:
      </>
    ),
    errorResponse: "Error response",
    limits: (key: Link, requests: Link): ReactNode => (
      <>
        A server may need {key("a key")} (401) and limits {requests("the requests in a minute")} (429).
      </>
    ),
  },
  de: {
    titleOf: (model) => `API: ${model}`,
    description: (model) => `${model} mit curl, JavaScript, TypeScript, Python und R: JSON hinein, JSON heraus.`,
    inOneRequest: (parts) => `JSON hinein, JSON heraus: ${parts} in einer Anfrage.`,
    estimate: "die Schätzung",
    range: "ihr Bereich",
    contributions: "der Beitrag jeder Eingabe",
    noKey: "Hier ist kein Schlüssel nötig.",
    callsNeedKey: "Aufrufe brauchen einen API-Schlüssel.",
    exportsNeedKey: "Exporte brauchen einen API-Schlüssel.",
    ownerCreatesKey: (page) => <>Der Betreiber dieses Servers erstellt ihn unter {page}.</>,
    operatorHasKey: "Sie erhalten ihn beim Betreiber dieses Servers.",
    putKey: (variable) => <>Legen Sie ihn in der Umgebungsvariablen {variable} ab.</>,
    apiReference: "API-Referenz",
    openApiDocument: "OpenAPI-Dokument",

    request: "Anfrage",
    typedClients: (generator, document, client, file) => (
      <>
        Für typisierte TypeScript-Clients verwenden Sie {generator} mit {document("dem OpenAPI-Dokument")} oder {client}{" "}
        aus {file} im Repository von Glasshouse.
      </>
    ),
    notValid: "Die Angaben in dieser Adresse sind nicht gültig.",
    showsExample: (correct) => (
      <>Die Codebeispiele zeigen typische Angaben; {correct("korrigieren Sie Ihre Angaben im Formular")}.</>
    ),
    typical: "Die Angaben sind ein typisches Beispiel.",
    yours: "Die Angaben sind die Ihrer Schätzung.",
    change: "Angaben ändern",
    seeEstimate: "Schätzung ansehen",

    response: "Antwort",
    notRounded: (fields) => <>Zahlen sind nicht gerundet. Die API-Referenz erklärt {fields("jedes Feld")}.</>,
    noRange:
      "Das Modell gibt keinen Bereich an, weil es dazu keine Zeilen mit bekannten Ergebnissen gibt. Unbekannte Werte sind null.",

    others: "Viele Zeilen und andere Protokolle",
    sameEstimates: (batch) => (
      <>Die Schätzungen sind dieselben. Für eine Datei gibt es {batch("Schätzungen aus einer CSV-Datei")}.</>
    ),
    manyRows: "Viele Zeilen in einer Anfrage",

    export: "Export als SQL oder Code",
    onlyJson: "Der Export ist das ganze Modell als JSON. Dieses Modell lässt sich nicht als SQL oder Code schreiben.",
    asCode:
      "Der Export ist ein einzelnes SELECT für Ihre Datenbank oder eine Funktion ohne Abhängigkeiten. Er liefert dieselbe Schätzung und denselben Bereich, und NULL, wo Glasshouse keine Schätzung abgibt.",
    asCodeWithoutRange:
      "Der Export ist ein einzelnes SELECT für Ihre Datenbank oder eine Funktion ohne Abhängigkeiten. Er liefert dieselbe Schätzung, und NULL, wo Glasshouse keine Schätzung abgibt.",
    privateRows: (data) =>
      `Die Zeilen der ${data} sind privat. Der JSON-Export enthält sie nicht und kann Schätzungen nicht erklären.`,
    columns: "Das SELECT liest je Eingabe eine Spalte. Sie heißt wie die Eingabe in der API.",
    nulls:
      "Estimate, low und high sind NULL, wenn eine Angabe fehlt oder nicht zulässig ist und wenn Glasshouse keine Schätzung abgibt.",
    nullsWithoutRange:
      "Estimate ist NULL, wenn eine Angabe fehlt oder nicht zulässig ist und wenn Glasshouse keine Schätzung abgibt. Low und high sind immer NULL, weil das Modell keinen Bereich angibt.",
    onCommandLine: (command) => <>Im Ordner von Glasshouse: {command}.</>,

    errors: "Fehler",
    everyError: (kinds, member, status) => (
      <>
        Fehler haben den Status 4xx oder 5xx und einen Rumpf im Format problem+json, einheitlich für{" "}
        {kinds("alle Arten von Fehlern")}. Bei {member} hat die Antwort den Status {status} und nennt das Feld:
      </>
    ),
    errorResponse: "Fehlerantwort",
    limits: (key, requests) => (
      <>
        Ein Server kann {key("einen Schlüssel")} verlangen (401) und begrenzt {requests("die Anfragen je Minute")}{" "}
        (429).
      </>
    ),
  },
});
