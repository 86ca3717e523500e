import { SignJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { startProcess, stopApp } from "../testing/app";

const PASSWORD = "correct horse battery";

async function startSessions(settings: Record<string, string> = {}) {
  startProcess({ ADMIN_PASSWORD: PASSWORD, SECRET_KEY: "a secret of at least thirty-two characters", ...settings });
  return import("./admin-session");
}
const from = (address: string) => new Headers({ "x-forwarded-for": address });

afterEach(() => {
  vi.useRealTimers();
  stopApp();
});

describe("a login", () => {
  it("with the password gives a session, which is one until it expires", async () => {
    const { isSession, login, SESSION_SECONDS } = await startSessions();
    const given = await login(from("192.0.2.1"), PASSWORD);
    if (typeof given === "string") return expect.fail(given);
    expect(await isSession(given.session)).toBe(true);
    vi.useFakeTimers({ now: Date.now() + (SESSION_SECONDS + 1) * 1000, toFake: ["Date"] });
    expect(await isSession(given.session)).toBe(false);
  });

  it("with a wrong password 20 times is refused each time, and then with the right one too, for this client alone", async () => {
    const { login } = await startSessions();
    const answers: unknown[] = [];
    for (let count = 0; count < 20; count++) answers.push(await login(from("192.0.2.1"), `wrong ${count}`));
    expect(answers).toEqual([...Array(5).fill("wrong"), ...Array(15).fill("throttled")]);
    expect(await login(from("192.0.2.1"), PASSWORD)).toBe("throttled");
    expect(await login(from("192.0.2.2"), PASSWORD)).toHaveProperty("session");
  });

  it("is never let in where no password is set", async () => {
    const { isSession, login } = await startSessions({ ADMIN_PASSWORD: "" });
    expect(await login(from("192.0.2.1"), "")).toBe("wrong");
    expect(await isSession("anything")).toBe(false);
  });
});

describe("a session", () => {
  it("that was forged, changed, or is of another password is none", async () => {
    const first = await startSessions();
    const given = await first.login(from("192.0.2.1"), PASSWORD);
    if (typeof given === "string") return expect.fail(given);
    const forged = await new SignJWT()
      .setProtectedHeader({ alg: "HS256" })
      .setAudience("admin")
      .setExpirationTime("1h")
      .sign(new Uint8Array(32));
    for (const token of [forged, `${given.session}x`, "", undefined]) expect(await first.isSession(token)).toBe(false);
    const other = await startSessions({ ADMIN_PASSWORD: "another password" });
    expect(await other.isSession(given.session)).toBe(false);
  });
});
