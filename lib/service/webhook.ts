import { createHmac } from "node:crypto";
import type { AlertEventRow } from "../store/tables";
import { signingKey } from "./signing-key";

const TIMEOUT_MILLISECONDS = 10_000;

/** What the receiver checks signatures with, in the form that the libraries for it read. */
export async function webhookSecret(): Promise<string> {
  return `whsec_${(await signingKey("webhooks")).export().toString("base64")}`;
}

/**
 * Tell an address of an event, signed as Standard Webhooks has it: HMAC with SHA-256 of id, time and body. The id stays
 * the same when it is told again, so that a receiver can tell.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 *
 * @returns why it was not taken, if it was not
 */
export async function sendWebhook(
  url: string,
  { id, model, version, rule, event, at, detail }: AlertEventRow,
  now: number,
) {
  const data = { model, version, rule, detail };
  const body = JSON.stringify({ type: `alert.${event}`, timestamp: new Date(at).toISOString(), data });
  const seconds = Math.floor(now / 1000);
  const signature = createHmac("sha256", await signingKey("webhooks"))
    .update(`${id}.${seconds}.${body}`)
    .digest("base64");
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(seconds),
        "webhook-signature": `v1,${signature}`,
      },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `it answered ${response.status}`;
  } catch (error) {
    return (error as Error).message;
  }
}
