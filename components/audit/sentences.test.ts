import { LOCALES } from "@/lib/language/locale";
import { auditActions, type AuditAction, type AuditRow } from "@/lib/store/tables";
import { expect, test } from "vitest";
import { auditInWords } from "./sentences";
import { AUDIT_WORDS } from "./words";

const row = (action: AuditAction, detail: object = {}, more: Partial<AuditRow> = {}): AuditRow => ({
  ...{ id: "1", at: 0, actor: "owner", action, model: "house-sales", version: "1a2b3c4d5e6f" },
  detail: JSON.stringify(detail),
  ...more,
});

test.each<[AuditAction, object, string]>([
  ["publish", { alias: "challenger", note: null }, "The owner published house-sales 1a2b3c4d5e6f as challenger"],
  ["publish", { alias: null, note: "new" }, "The owner published house-sales 1a2b3c4d5e6f to be proposed: new"],
  [
    "publish",
    { alias: "champion", override: true, note: "new" },
    "The owner published house-sales 1a2b3c4d5e6f as champion, overriding the gate: new",
  ],
  [
    "promote",
    { reason: "closer on 70 of 109 sales" },
    "The owner promoted house-sales 1a2b3c4d5e6f: closer on 70 of 109 sales",
  ],
  [
    "confirm",
    { proposedBy: "key ci", reason: "agreed" },
    "The owner confirmed house-sales 1a2b3c4d5e6f, which the key ci proposed, as champion: agreed",
  ],
  [
    "rollback",
    { before: "aaaaaaaaaaaa", reason: "it is off" },
    "The owner rolled house-sales back from aaaaaaaaaaaa to 1a2b3c4d5e6f: it is off",
  ],
  [
    "key created",
    { name: "ci", scopes: ["predict", "publish"] },
    "The owner created the key “ci” for predict and publish",
  ],
  ["key rule changed", { needed: false }, "The owner opened the API to calls without a key"],
])("auditInWords(locale, row) of %s", (action, detail, words) => {
  expect(auditInWords("en", row(action, detail))).toBe(words);
});

test.each(LOCALES)(
  "auditInWords(%j, row) has a sentence for every action, also where the details are not known",
  (locale) => {
    for (const action of auditActions) {
      const words = auditInWords(locale, row(action, {}, { model: null, version: null }));
      expect(words).toMatch(/^(The owner|Der Betreiber) \w+/);
      const needsVersion =
        /^(publish|propose|confirm|decline|withdraw|promote|rollback|version deleted|model deleted)$/;
      if (!needsVersion.test(action)) expect(words).not.toMatch(/null|undefined/);
    }
    expect(auditInWords(locale, row("renamed" as AuditAction))).toMatch(/ renamed house-sales 1a2b3c4d5e6f$/);
  },
);

test("auditInWords(locale, row) knows no name of somebody without a login", () => {
  const failed = row("login failed", { client: "192.0.2.1" }, { actor: "unknown" });
  expect(auditInWords("en", failed)).toBe("Someone sent a wrong password from 192.0.2.1");
  expect(auditInWords("de", failed)).toBe("Jemand hat ein falsches Passwort gesendet, von 192.0.2.1");
});

test.each<[AuditAction, object, string]>([
  [
    "publish",
    { alias: "champion", override: true, note: "neu" },
    "Der Betreiber hat house-sales 1a2b3c4d5e6f, entgegen der Prüfung, als Champion veröffentlicht: neu",
  ],
  [
    "key created",
    { name: "ci", scopes: ["predict", "publish"] },
    "Der Betreiber hat den Schlüssel „ci“ erstellt, für predict und publish",
  ],
])("auditInWords('de', row) of %s", (action, detail, words) => {
  expect(auditInWords("de", row(action, detail))).toBe(words);
});

test("the purpose of the audit log names all that its actions are about, in both languages", () => {
  const subjects = {
    en: { version: /versions/, draft: /drafts/, key: /keys/, erase: /erased estimates/, login: /logged in/ },
    de: {
      version: /Versionen/,
      draft: /Entwürfe/,
      key: /Schlüssel/,
      erase: /Schätzungen gelöscht/,
      login: /angemeldet/,
    },
  };
  const isOf = (action: AuditAction) =>
    (["draft", "key", "login", "erase"] as const).find((subject) => action.startsWith(subject)) ??
    (action === "logout" ? "login" : "version");
  for (const locale of LOCALES)
    for (const action of auditActions) expect(AUDIT_WORDS[locale].purpose).toMatch(subjects[locale][isOf(action)]);
});
