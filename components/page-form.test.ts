import { describe, expect, it } from "vitest";
import { readPageForm, textOf } from "./page-form";

const POLICY = { "content-security-policy": "script-src 'nonce-abc_-123'" };
const OWN = { "sec-fetch-site": "same-origin", ...POLICY };
const URLENCODED = "application/x-www-form-urlencoded";

function send(body: BodyInit, headers: Record<string, string> = {}, several?: string[]) {
  const request = new Request("http://localhost/form", { method: "POST", body, headers: { ...OWN, ...headers } });
  return readPageForm(request, several);
}
const sendText = (text: string, several?: string[]) => send(text, { "content-type": URLENCODED }, several);

function files(): FormData {
  const form = new FormData();
  form.set("note", new File(["x"], "x.txt"));
  return form;
}

describe("readPageForm(request, several)", () => {
  it("gives the fields of a form that a page of ours has sent", async () => {
    const read = await sendText("actual=1&note=%E2%82%AC+%26&scope=predict&scope=admin", ["scope"]);
    if ("refusal" in read) return expect.fail(String(read.refusal.status));
    expect(["actual", "note", "missing"].map((name) => textOf(read.form, name))).toEqual(["1", "€ &", ""]);
    expect(read.form.getAll("scope")).toEqual(["predict", "admin"]);
  });

  it.each<[string, number, () => ReturnType<typeof send>]>([
    ["no content type", 415, () => send(new Uint8Array([97]))],
    ["JSON", 415, () => send("{}", { "content-type": "application/json" })],
    ["another type that begins alike", 415, () => send("a=b", { "content-type": `${URLENCODED}x` })],
    ["multipart without a boundary", 400, () => send("a=b", { "content-type": "multipart/form-data" })],
    [
      "multipart that is cut short",
      400,
      () =>
        send('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb', {
          "content-type": "multipart/form-data; boundary=x",
        }),
    ],
    ["a file in a field", 400, () => send(files())],
    ["the same field twice", 400, () => sendText("actual=1&actual=2")],
    ["NUL in a text", 400, () => sendText("proposal=%00")],
    ["bytes that are no UTF-8", 400, () => sendText("note=%FF%FE")],
    ["10,000 fields", 400, () => sendText(Array.from({ length: 10_000 }, (_, index) => `a${index}`).join("&"))],
    ["more bytes than a form has", 413, () => sendText(`note=${"x".repeat(70_000)}`)],
    ["a form of another site", 403, () => send("a=b", { "content-type": URLENCODED, "sec-fetch-site": "cross-site" })],
  ])("answers %s with a page of the status %i", async (_, status, sent) => {
    const read = await sent();
    if ("form" in read) return expect.fail("the form was taken");
    const { refusal } = read;
    expect([refusal.status, refusal.headers.get("content-type")]).toEqual([status, "text/html; charset=utf-8"]);
    const html = await refusal.text();
    expect(html).toContain('<style nonce="abc_-123">');
    expect(html.includes("proxy_set_header Host $http_host;")).toBe(status === 403);
  });

  it("takes fields by names that every object has for what they are", async () => {
    const read = await sendText("__proto__=1&constructor=2&toString=3");
    if ("refusal" in read) return expect.fail(String(read.refusal.status));
    expect([textOf(read.form, "__proto__"), textOf(read.form, "hasOwnProperty")]).toEqual(["1", ""]);
  });
});
