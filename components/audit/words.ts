import { listInWords } from "@/lib/model/format";
import type { AuditRow } from "@/lib/store/tables";

type Detail = Record<string, unknown>;
type Entry = Pick<AuditRow, "actor" | "action" | "model" | "version"> & { detail: Detail };

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const because = (reason: unknown) => (textOf(reason) === undefined ? "" : `: ${textOf(reason)}`);
const named = (value: unknown) => (textOf(value) === undefined ? "" : ` “${textOf(value)}”`);
const from = ({ client }: Detail) => (textOf(client) === undefined ? "" : ` from ${textOf(client)}`);
const past = ({ override }: Detail) => (override === true ? " past a gate that does not hold" : "");

/** What each action says after who did it; a reason ends the sentence as it was written. */
const WORDS: Record<AuditRow["action"], (entry: Entry) => string> = {
  publish: ({ model, version, detail }) => {
    const { alias, note } = detail;
    const as = textOf(alias) === undefined ? "to be proposed" : `as ${textOf(alias)}${past(detail)}`;
    return `published ${model} ${version} ${as}${because(note)}`;
  },
  propose: ({ model, version, detail }) =>
    `proposed ${model} ${version} as champion${past(detail)}${because(detail.reason)}`,
  confirm: ({ model, version, detail }) =>
    `confirmed ${model} ${version}, which ${textOf(detail.proposedBy)} proposed, as champion${past(detail)}${because(detail.reason)}`,
  decline: ({ model, version, detail }) =>
    `declined ${model} ${version}, which ${textOf(detail.proposedBy)} proposed${because(detail.reason)}`,
  promote: ({ model, version, detail }) => `promoted ${model} ${version}${past(detail)}${because(detail.reason)}`,
  rollback: ({ model, version, detail }) =>
    `rolled ${model} back from ${textOf(detail.before)} to ${version}${because(detail.reason)}`,
  "draft created": ({ model }) => `created a draft${model ? ` of ${model}` : ""}`,
  "draft deleted": ({ model }) => `deleted a draft${model ? ` of ${model}` : ""}`,
  "version deleted": ({ model, version, detail }) => `deleted ${model} ${version}${because(detail.reason)}`,
  "model deleted": ({ model, detail }) => `deleted ${model} with all its versions${because(detail.reason)}`,
  "key created": ({ detail }) => {
    const scopes = Array.isArray(detail.scopes) ? detail.scopes.map(String) : [];
    return `created the key${named(detail.name)} for ${listInWords(scopes)}`;
  },
  "key revoked": ({ detail }) => `revoked the key${named(detail.name)}`,
  "key rule changed": ({ detail }) =>
    detail.needed === true ? "closed the API to calls without a key" : "opened the API to calls without a key",
  login: ({ detail }) => `logged in${from(detail)}`,
  "login failed": ({ detail }) => `sent a wrong password${from(detail)}`,
  logout: () => "logged out",
  erase: ({ model }) => `erased what was kept of an estimate${model ? ` of ${model}` : ""}`,
};

/** A row of the audit log as a sentence: "owner promoted house-sales 1a2b3c4d5e6f: closer on 70 of 109 sales". */
export function auditInWords({ actor, action, model, version, detail }: AuditRow): string {
  const entry = { actor, action, model, version, detail: JSON.parse(detail) as Detail };
  const who = actor === "unknown" ? "somebody" : actor;
  // A release after this one may know other actions.
  const what = Object.hasOwn(WORDS, action) ? WORDS[action](entry) : [action, model, version].filter(Boolean).join(" ");
  return `${who} ${what}`;
}
