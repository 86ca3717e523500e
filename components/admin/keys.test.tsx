import { publishedModel } from "@/lib/testing/models";
import { renderPart, textOf } from "@/lib/testing/rendered";
import { expect, test } from "vitest";
import { LocaleProvider } from "#locale";
import { KeysPage } from "./keys";
import { callWith } from "./new-key";

const KEY = "gh_abc";
const row = { id: "1", name: "a script", scopes: "predict", made_at: 0, used_at: null, revoked_at: null };
const page = (changes: Partial<Parameters<typeof KeysPage>[0]> = {}) => (
  <KeysPage
    role="owner"
    keys={[row]}
    rule={{ needed: true, fixed: false }}
    made={undefined}
    place={undefined}
    revoked={undefined}
    opening={false}
    fault={undefined}
    token="t"
    {...changes}
  />
);

test("callWith(key) is a prediction with the key in its header, or what a key that may not predict may read", async () => {
  const place = { origin: "https://example.com", model: await publishedModel("salary") };
  expect(callWith(KEY, ["predict", "admin"], place)).toMatch(
    /^curl https:\/\/example\.com\/api\/models\/salary\/predict \\\n {2}--header 'authorization: Bearer gh_abc' \\\n {2}--header 'content-type: application\/json' \\\n {2}--data '\{/,
  );
  expect(callWith(KEY, ["publish"], place)).toContain("/api/models/salary/versions ");
  expect(callWith(KEY, ["admin"], place)).toBe(
    "curl https://example.com/api/models/salary/monitoring \\\n  --header 'authorization: Bearer gh_abc'",
  );
});

test("KeysPage with a new key has it to copy, and a call with it", async () => {
  const place = { origin: "https://example.com", model: await publishedModel("salary") };
  const text = textOf(page({ made: KEY, place }));
  expect(text).toMatch(
    /after 1 minute, a reload no longer shows it\. gh_abc Copy the key Try it: curl .* Bearer gh_abc.* Copy the call/,
  );
});

test("KeysPage asks before a key is revoked and before the API is opened, with the focus on the question", () => {
  const revoking = page({ revoked: "1" });
  expect(textOf(revoking)).toContain(
    "Revoke the key “a script”? You cannot undo this: calls with this key are refused.",
  );
  expect(textOf(revoking)).toContain("It is the last key.");
  const opening = page({ opening: true });
  expect(textOf(opening)).toContain("Open the API to calls without a key? Anyone who can reach this server");
  for (const each of [revoking, opening]) expect(renderPart(each)).toMatch(/role="group"[^>]*autofocus=""/);
  const quiet = renderPart(page());
  expect(quiet).not.toMatch(/autofocus|value="open"/);
  expect(quiet).toContain('href="/admin/keys?rule=open"');
});

test("KeysPage names each permission as the table of keys does", () => {
  expect(textOf(page())).toContain("Get estimates, score tables, export models predict");
  const german = textOf(<LocaleProvider locale="de">{page()}</LocaleProvider>);
  expect(german).toContain("Schätzungen löschen, Monitoring lesen admin");
});

test("KeysPage of an API that is open has nothing to ask", () => {
  const text = textOf(page({ rule: { needed: false, fixed: false }, opening: true }));
  expect(text).toContain("The API is open");
  expect(text).not.toContain("Keep it closed");
});

test("KeysPage offers the owner every permission but to confirm, and the reviewer that alone", () => {
  const owners = renderPart(page());
  expect(owners).toContain('value="publish"');
  expect(owners).not.toContain('value="review"');
  const reviewers = renderPart(page({ role: "reviewer" }));
  expect(reviewers.match(/name="scope"/g)).toHaveLength(1);
  expect(reviewers).toContain('value="review"');
  expect(textOf(page({ role: "reviewer" }))).not.toContain("Open the API");
});

test("KeysPage is written in German, with the names of keys and permissions as they are", () => {
  const german = (changes: Parameters<typeof page>[0]) =>
    textOf(<LocaleProvider locale="de">{page(changes)}</LocaleProvider>);
  expect(german({ revoked: "1" })).toContain("Den Schlüssel „a script“ widerrufen?");
  expect(german({ keys: [{ ...row, revoked_at: 86_400_000 }] })).toMatch(
    /a script predict 1\. Jan\. 1970 nie widerrufen am 2\./,
  );
});

test("KeysPage says in the column of states which keys are active, beside the link that revokes one", () => {
  const keys = [row, { ...row, id: "2", name: "an old one", revoked_at: 86_400_000 }];
  expect(textOf(page({ keys }))).toMatch(/State a script .* never active Revoke a script an old one .* revoked 2 Jan/);
  const german = textOf(<LocaleProvider locale="de">{page({ keys })}</LocaleProvider>);
  expect(german).toMatch(/Zustand a script .* nie aktiv Widerrufen a script an old one .* widerrufen am 2\./);
});

test("KeysPage keeps the boxes of permissions square beside long words", () => {
  const boxes = renderPart(page()).match(/<input[^>]*type="checkbox"[^>]*>/g)!;
  expect(boxes).toHaveLength(3);
  for (const box of boxes) expect(box).toContain("shrink-0");
});
