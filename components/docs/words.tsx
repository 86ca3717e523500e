import { catalogue } from "@/lib/language/locale";
import type { ReactNode } from "react";

/** The frame of the API reference. What the OpenAPI document says is English for every reader. */
export const DOCS_WORDS = catalogue({
  en: {
    title: "API reference",
    description: "Every call of the API with its parameters, responses and errors. JSON in, JSON out.",
    lead: "JSON in, JSON out; errors name the field.",
    language: "",
    openApiDocument: "OpenAPI 3.1 document",
    begin: "Begin here",
    firstRequest: (model: ReactNode): ReactNode => <>A request for an estimate from {model}, and its response.</>,
    samples: "Samples in curl, JavaScript, TypeScript, Python and R",
    schemas: "Schemas",
    headers: "Response headers",
    errors: "Errors",
    everyError: (format: ReactNode, member: ReactNode): ReactNode => (
      <>
        Errors have status 4xx or 5xx and a body of {format} (RFC 9457). Its {member} is the address of an entry here.
      </>
    ),
    parameters: "Parameters",
    requestBody: "Request body",
    responses: "Responses",
    exampleRequest: "Example request",
    exampleRequestAs: (type: string) => `Example request as ${type}`,
    exampleResponse: "Example response",
    example: "Example",
    seeResponse: "See the response now",
    fields: (count: number) => `${count} fields`,
    optional: "optional",
    optionalIn: (place: string) => `${place}, optional`,
    places: { path: "path", query: "query", header: "header" },
    copy: "Copy",
  },
  de: {
    title: "API-Referenz",
    description: "Alle Aufrufe der API mit Parametern, Antworten und Fehlern. JSON hinein, JSON heraus.",
    lead: "JSON hinein, JSON heraus; Fehler nennen das Feld.",
    language: "Die Beschreibungen in der API-Referenz sind auf Englisch.",
    openApiDocument: "OpenAPI-3.1-Dokument",
    begin: "Erste Schritte",
    firstRequest: (model) => <>Eine Anfrage nach einer Schätzung und ihre Antwort. Modell: {model}.</>,
    samples: "Beispiele in curl, JavaScript, TypeScript, Python und R",
    schemas: "Schemas",
    headers: "Kopfzeilen der Antworten",
    errors: "Fehler",
    everyError: (format, member) => (
      <>
        Fehler haben den Status 4xx oder 5xx und einen Rumpf im Format {format} (RFC 9457). Darin steht unter {member}{" "}
        die Adresse eines Eintrags auf dieser Seite.
      </>
    ),
    parameters: "Parameter",
    requestBody: "Rumpf der Anfrage",
    responses: "Antworten",
    exampleRequest: "Beispielanfrage",
    exampleRequestAs: (type) => `Beispielanfrage als ${type}`,
    exampleResponse: "Beispielantwort",
    example: "Beispiel",
    seeResponse: "Antwort jetzt ansehen",
    fields: (count) => `${count} Felder`,
    optional: "optional",
    optionalIn: (place) => `${place}, optional`,
    places: { path: "Pfad", query: "Query", header: "Kopfzeile" },
    copy: "Kopieren",
  },
});
