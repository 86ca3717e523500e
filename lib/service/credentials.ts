import { createHash, timingSafeEqual } from "node:crypto";

/** The token in the header `Authorization`, if it is of the scheme Bearer. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

/** SHA-256 in hex, which is how keys are kept. */
export function digest(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/**
 * Whether a digest is one of those in a list. Each comparison and the list as a whole take the same time whatever the
 * answer is, so that nobody can find a secret by measuring.
 *
 * @param digests SHA-256 in hex
 */
export function isAmong(digests: string[], sent: string): boolean {
  const bytes = Buffer.from(sent, "hex");
  return digests.reduce((found, kept) => timingSafeEqual(Buffer.from(kept, "hex"), bytes) || found, false);
}
