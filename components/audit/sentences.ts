import { catalogue, type Locale } from "@/lib/language/locale";
import { writerOf } from "@/lib/model/format";
import type { AuditRow } from "@/lib/store/tables";
import { actorInWords, byActorInWords } from "../versions/sentences";

type Detail = Record<string, unknown>;
/** A row of the audit log, with its details read. */
export type Entry = Pick<AuditRow, "model" | "version"> & { who: string; detail: Detail };
type Sentences = Record<AuditRow["action"], (entry: Entry) => string> & {
  /** A release after this one may know other actions. */
  other: (entry: Entry & Pick<AuditRow, "action">) => string;
  unknown: string;
};

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
/** What follows a text that is there; nothing where it is not. */
const given = (value: unknown, write: (text: string) => string) => {
  const text = textOf(value);
  return text === undefined ? "" : write(text);
};
const because = (reason: unknown) => given(reason, (text) => `: ${text}`);
const scopesOf = ({ scopes }: Detail, locale: Locale) =>
  writerOf(locale).list(Array.isArray(scopes) ? scopes.map(String) : []);
const proposerOf = ({ proposedBy }: Detail) => actorInWords("en", String(proposedBy));
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** That the gate does not allow it. */
const OVERRIDING = catalogue({ en: ", overriding the gate", de: ", entgegen der Prüfung," });
const over = ({ override }: Detail, locale: Locale) => (override === true ? OVERRIDING[locale] : "");

/** Each action as a sentence; a reason ends it as it was written. */
export const AUDIT_SENTENCES = catalogue<Sentences>({
  en: {
    publish: ({ who, model, version, detail }) => {
      const as = given(detail.alias, (alias) => `as ${alias}${over(detail, "en")}`) || "to be proposed";
      return `${who} published ${model} ${version} ${as}${because(detail.note)}`;
    },
    propose: ({ who, model, version, detail }) =>
      `${who} proposed ${model} ${version} as champion${over(detail, "en")}${because(detail.reason)}`,
    confirm: ({ who, model, version, detail }) =>
      `${who} confirmed ${model} ${version}, which ${proposerOf(detail)} proposed, as champion${over(detail, "en")}${because(detail.reason)}`,
    decline: ({ who, model, version, detail }) =>
      `${who} declined ${model} ${version}, which ${proposerOf(detail)} proposed${because(detail.reason)}`,
    withdraw: ({ who, model, version, detail }) =>
      `${who} withdrew the proposal of ${model} ${version}${because(detail.reason)}`,
    promote: ({ who, model, version, detail }) =>
      `${who} promoted ${model} ${version}${over(detail, "en")}${because(detail.reason)}`,
    rollback: ({ who, model, version, detail }) =>
      `${who} rolled ${model} back from ${textOf(detail.before)} to ${version}${because(detail.reason)}`,
    "draft created": ({ who, model }) => `${who} created a draft${given(model, (of) => ` of ${of}`)}`,
    "draft deleted": ({ who, model }) => `${who} deleted a draft${given(model, (of) => ` of ${of}`)}`,
    "version deleted": ({ who, model, version, detail }) =>
      `${who} deleted ${model} ${version}${because(detail.reason)}`,
    "model deleted": ({ who, model, detail }) =>
      `${who} deleted ${model} with all its versions${because(detail.reason)}`,
    "key created": ({ who, detail }) =>
      `${who} created the key${given(detail.name, (name) => ` “${name}”`)} for ${scopesOf(detail, "en")}`,
    "key revoked": ({ who, detail }) => `${who} revoked the key${given(detail.name, (name) => ` “${name}”`)}`,
    "key rule changed": ({ who, detail }) =>
      detail.needed === true
        ? `${who} closed the API to calls without a key`
        : `${who} opened the API to calls without a key`,
    login: ({ who, detail }) => `${who} logged in${given(detail.client, (client) => ` from ${client}`)}`,
    "login failed": ({ who, detail }) =>
      `${who} sent a wrong password${given(detail.client, (client) => ` from ${client}`)}`,
    logout: ({ who }) => `${who} logged out`,
    erase: ({ who, model }) => `${who} erased the stored data of an estimate${given(model, (of) => ` of ${of}`)}`,
    other: ({ who, action, model, version }) => [who, action, model, version].filter(Boolean).join(" "),
    unknown: "someone",
  },
  de: {
    publish: ({ who, model, version, detail }) => {
      const as = given(detail.alias, (alias) => ` als ${capitalise(alias)}`) || " zum Vorschlagen";
      return `${who} hat ${model} ${version}${over(detail, "de")}${as} veröffentlicht${because(detail.note)}`;
    },
    propose: ({ who, model, version, detail }) =>
      `${who} hat ${model} ${version}${over(detail, "de")} als Champion vorgeschlagen${because(detail.reason)}`,
    confirm: ({ who, model, version, detail }) =>
      `${who} hat ${model} ${version}${over(detail, "de")} als Champion bestätigt, Vorschlag ${byActorInWords("de", String(detail.proposedBy))}${because(detail.reason)}`,
    decline: ({ who, model, version, detail }) =>
      `${who} hat ${model} ${version} abgelehnt, Vorschlag ${byActorInWords("de", String(detail.proposedBy))}${because(detail.reason)}`,
    withdraw: ({ who, model, version, detail }) =>
      `${who} hat den Vorschlag von ${model} ${version} zurückgezogen${because(detail.reason)}`,
    promote: ({ who, model, version, detail }) =>
      `${who} hat ${model} ${version}${over(detail, "de")} zum Champion gemacht${because(detail.reason)}`,
    rollback: ({ who, model, version, detail }) =>
      `${who} hat ${model} von ${textOf(detail.before)} auf ${version} zurückgesetzt${because(detail.reason)}`,
    "draft created": ({ who, model }) => `${who} hat einen Entwurf${given(model, (of) => ` von ${of}`)} angelegt`,
    "draft deleted": ({ who, model }) => `${who} hat einen Entwurf${given(model, (of) => ` von ${of}`)} gelöscht`,
    "version deleted": ({ who, model, version, detail }) =>
      `${who} hat ${model} ${version} gelöscht${because(detail.reason)}`,
    "model deleted": ({ who, model, detail }) =>
      `${who} hat ${model} mit allen Versionen gelöscht${because(detail.reason)}`,
    "key created": ({ who, detail }) =>
      `${who} hat den Schlüssel${given(detail.name, (name) => ` „${name}“`)} erstellt, für ${scopesOf(detail, "de")}`,
    "key revoked": ({ who, detail }) =>
      `${who} hat den Schlüssel${given(detail.name, (name) => ` „${name}“`)} widerrufen`,
    "key rule changed": ({ who, detail }) =>
      detail.needed === true
        ? `${who} hat die API für Aufrufe ohne Schlüssel geschlossen`
        : `${who} hat die API für Aufrufe ohne Schlüssel geöffnet`,
    login: ({ who, detail }) => `${who} hat sich angemeldet${given(detail.client, (client) => `, von ${client}`)}`,
    "login failed": ({ who, detail }) =>
      `${who} hat ein falsches Passwort gesendet${given(detail.client, (client) => `, von ${client}`)}`,
    logout: ({ who }) => `${who} hat sich abgemeldet`,
    erase: ({ who, model }) =>
      `${who} hat die gespeicherten Daten einer Schätzung${given(model, (of) => ` von ${of}`)} gelöscht`,
    other: ({ who, action, model, version }) => [who, action, model, version].filter(Boolean).join(" "),
    unknown: "jemand",
  },
});

/** A row of the audit log as a sentence: "The owner promoted house-sales 1a2b3c4d5e6f: closer on 70 of 109 sales". */
export function auditInWords(locale: Locale, { actor, action, model, version, detail }: AuditRow): string {
  const sentences = AUDIT_SENTENCES[locale];
  const entry = {
    who: actor === "unknown" ? sentences.unknown : actorInWords(locale, actor),
    detail: JSON.parse(detail) as Detail,
    ...{ model, version },
  };
  return capitalise(
    Object.hasOwn(sentences, action) ? sentences[action](entry) : sentences.other({ ...entry, action }),
  );
}
