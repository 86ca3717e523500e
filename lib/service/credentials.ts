import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";

/** What `Authorization: Bearer` carries, if it is there. */
export function bearerOf(context: Context): string | undefined {
  return /^bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
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
