import { createHmac, createSecretKey } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSha256 } from "./hmac";

describe("the HMAC of receipts", () => {
  it("is that of RFC 4231, test case 2", () => {
    const key = createSecretKey(Buffer.from("Jefe"));
    expect(Buffer.from(hmacSha256(key, "what do ya want for nothing?"), "base64url").toString("hex")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  it("is what createHmac gives for any key of up to 64 bytes and any text, however long", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ minLength: 2_000, maxLength: 9_000 }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.array(texts), (bytes, list) => {
        const key = createSecretKey(bytes);
        for (const text of list) {
          expect(hmacSha256(key, text)).toBe(createHmac("sha256", key).update(text).digest("base64url"));
        }
      }),
    );
  });

  it("refuses a key that it would have to hash first", () => {
    expect(() => hmacSha256(createSecretKey(Buffer.alloc(65)), "")).toThrow("at most 64 bytes");
  });
});
