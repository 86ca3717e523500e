import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  it("300 times at once has no more than five passwords checked, and the owner gets in from elsewhere meanwhile", async () => {
    const { login } = await startSessions();
    const flood = Array.from({ length: 300 }, (_, count) => login(from("192.0.2.1"), `wrong ${count}`));
    expect(await login(from("192.0.2.2"), PASSWORD)).toHaveProperty("session");
    const answers = await Promise.all(flood);
    expect(answers.filter((answer) => answer !== "throttled")).toEqual(Array(5).fill("wrong"));
  });

  it("counts by the client that the trusted proxy names", async () => {
    const { login } = await startSessions({ TRUST_PROXY: "1" });
    const attempt = (client: string) => login(from(`198.51.100.${client.length}, ${client}`), "wrong");
    const answers: unknown[] = [];
    for (let count = 0; count < 6; count++) answers.push(await attempt("192.0.2.1"));
    expect(answers.at(-1)).toBe("throttled");
    expect(await attempt("192.0.2.2")).toBe("wrong");
  });

  it("with the right password gives the client its attempts back", async () => {
    const { login } = await startSessions();
    for (let count = 0; count < 4; count++) await login(from("192.0.2.1"), "wrong");
    expect(await login(from("192.0.2.1"), PASSWORD)).toHaveProperty("session");
    expect(await login(from("192.0.2.1"), "wrong")).toBe("wrong");
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

  it("that was ended is none, while another of the same owner goes on", async () => {
    const { isSession, login, logout } = await startSessions({ DATA_DIR: "none" });
    const [first, second] = [await login(from("192.0.2.1"), PASSWORD), await login(from("192.0.2.1"), PASSWORD)];
    if (typeof first === "string" || typeof second === "string") return expect.fail("no session");
    await logout(first.session);
    expect([await isSession(first.session), await isSession(second.session)]).toEqual([false, true]);
    for (const token of [first.session, "forged", "", undefined]) await logout(token);
    expect(await isSession(second.session)).toBe(true);
  });

  it("that was ended on one instance is none on another with the same store", async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), "glasshouse-sessions-"));
    const { closeStore } = await import("../store/store");
    try {
      const first = await startSessions({ DATA_DIR });
      const given = await first.login(from("192.0.2.1"), PASSWORD);
      if (typeof given === "string") return expect.fail(given);
      await first.logout(given.session);
      const second = await startSessions({ DATA_DIR });
      expect(await second.isSession(given.session)).toBe(false);
    } finally {
      await closeStore();
      await rm(DATA_DIR, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

describe("a reviewer", () => {
  const REVIEWER_PASSWORD = "another pair of eyes";
  const sessionOf = (given: { session: string } | string) => {
    if (typeof given === "string") return expect.fail(given);
    return given.session;
  };

  it("logs in with a password of its own, and is not the owner", async () => {
    const { isSession, login, readRole } = await startSessions({ REVIEWER_PASSWORD });
    const reviewer = sessionOf(await login(from("192.0.2.1"), REVIEWER_PASSWORD));
    const owner = sessionOf(await login(from("192.0.2.1"), PASSWORD));
    expect([await readRole(reviewer), await isSession(reviewer)]).toEqual(["reviewer", false]);
    expect([await readRole(owner), await isSession(owner)]).toEqual(["owner", true]);
    const other = await startSessions({ REVIEWER_PASSWORD: "yet another one" });
    expect([await other.readRole(reviewer), await other.readRole(owner)]).toEqual([undefined, "owner"]);
    const alone = await startSessions();
    expect([await alone.readRole(reviewer), await alone.login(from("192.0.2.1"), REVIEWER_PASSWORD)]).toEqual([
      ...[undefined, "wrong"],
    ]);
  });

  it("cannot guess the other password by logging in between guesses", async () => {
    const { login } = await startSessions({ REVIEWER_PASSWORD });
    const answers: unknown[] = [];
    for (let count = 0; count < 6; count++) {
      answers.push(await login(from("192.0.2.1"), `guess ${count}`));
      await login(from("192.0.2.1"), REVIEWER_PASSWORD);
    }
    expect(answers).toEqual([...Array(5).fill("wrong"), "throttled"]);
  });

  it("has no session that says another role than the key that has signed it", async () => {
    const { readRole } = await startSessions({ REVIEWER_PASSWORD });
    const { createHmac } = await import("node:crypto");
    const { signingKey } = await import("./signing-key");
    const sign = async (purpose: "logins" | "reviewer logins", password: string, role?: string) =>
      new SignJWT(role === undefined ? {} : { role })
        .setProtectedHeader({ alg: "HS256" })
        .setJti("x")
        .setAudience("admin")
        .setExpirationTime("1h")
        .sign(
          createHmac("sha256", await signingKey(purpose))
            .update(password)
            .digest(),
        );
    const tokens: [string, string | undefined][] = [
      // A session of the release before, which knew no roles, is the owner's.
      [await sign("logins", PASSWORD), "owner"],
      [await sign("logins", PASSWORD, "reviewer"), undefined],
      [await sign("reviewer logins", REVIEWER_PASSWORD, "owner"), undefined],
      [await sign("reviewer logins", REVIEWER_PASSWORD), undefined],
    ];
    for (const [token, role] of tokens) expect(await readRole(token)).toBe(role);
  });
});
