import { auditActions, type AuditAction, type AuditRow } from "@/lib/store/tables";
import { expect, test } from "vitest";
import { auditInWords } from "./words";

const row = (action: AuditAction, detail: object = {}, more: Partial<AuditRow> = {}): AuditRow => ({
  ...{ id: "1", at: 0, actor: "owner", action, model: "house-sales", version: "1a2b3c4d5e6f" },
  detail: JSON.stringify(detail),
  ...more,
});

test.each<[AuditAction, object, string]>([
  ["publish", { alias: "challenger", note: null }, "owner published house-sales 1a2b3c4d5e6f as challenger"],
  ["publish", { alias: null, note: "new" }, "owner published house-sales 1a2b3c4d5e6f to be proposed: new"],
  [
    "publish",
    { alias: "champion", override: true, note: "new" },
    "owner published house-sales 1a2b3c4d5e6f as champion past a gate that does not hold: new",
  ],
  [
    "promote",
    { reason: "closer on 70 of 109 sales" },
    "owner promoted house-sales 1a2b3c4d5e6f: closer on 70 of 109 sales",
  ],
  [
    "confirm",
    { proposedBy: "key ci", reason: "agreed" },
    "owner confirmed house-sales 1a2b3c4d5e6f, which key ci proposed, as champion: agreed",
  ],
  [
    "rollback",
    { before: "aaaaaaaaaaaa", reason: "it is off" },
    "owner rolled house-sales back from aaaaaaaaaaaa to 1a2b3c4d5e6f: it is off",
  ],
  ["key created", { name: "ci", scopes: ["predict", "publish"] }, "owner created the key “ci” for predict and publish"],
  ["key rule changed", { needed: false }, "owner opened the API to calls without a key"],
])("auditInWords(row) of %s", (action, detail, words) => {
  expect(auditInWords(row(action, detail))).toBe(words);
});

test("auditInWords(row) has words for every action, also where the details are not known", () => {
  for (const action of auditActions) {
    const words = auditInWords(row(action, {}, { model: null, version: null }));
    expect(words).toMatch(/^owner \w+/);
    const needsVersion = /^(publish|propose|confirm|decline|promote|rollback|version deleted|model deleted)$/;
    if (!needsVersion.test(action)) expect(words).not.toMatch(/null|undefined/);
  }
  expect(auditInWords(row("login failed", { client: "192.0.2.1" }, { actor: "unknown" }))).toBe(
    "somebody sent a wrong password from 192.0.2.1",
  );
  expect(auditInWords(row("renamed" as AuditAction))).toBe("owner renamed house-sales 1a2b3c4d5e6f");
});
