import type { Problem } from "../problem/schema";
import { notJson, tooLarge, unsupportedMediaType } from "../problem/problem";
import { readBounded } from "../../service/bounded-body";
import { settings } from "../../service/settings";
import { headersOf, type ReadHeader } from "./read-header";

const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * The JSON value that a request carries.
 *
 * The body is read before its type is looked at, so that an empty one is told apart from a wrong one.
 * A `charset` is accepted and means nothing: JSON is UTF-8 (RFC 8259, section 8.1).
 *
 * @param taken the content types that the address takes, in words
 * @param limit in bytes
 */
export async function readJson(
  request: Request,
  taken = "application/json",
  limit = settings().BODY_LIMIT,
): Promise<{ value: unknown } | { problem: Problem }> {
  const body = await readBody(request, limit);
  if ("status" in body) return { problem: body };
  return readJsonBody(body, headersOf(request), taken);
}

/** The same, once the body has been read. */
export function readJsonBody(
  body: Uint8Array,
  header: ReadHeader,
  taken = "application/json",
): { value: unknown } | { problem: Problem } {
  if (body.byteLength === 0) return { problem: notJson("the body is empty; it must be a JSON object") };
  if (!isJson(header("content-type"))) return { problem: unsupportedMediaType(`the content type must be ${taken}`) };
  if (isEncoded(header)) return { problem: encoded() };
  return parseJson(body) ?? { problem: notJson("the body must be a JSON object in UTF-8") };
}

/** The JSON value that bytes hold; nothing where they hold none, or are not in UTF-8. */
export function parseJson(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(decoder.decode(bytes)) };
  } catch {
    return undefined;
  }
}

/** The text that a request carries, whatever its type. */
export async function readPlainText(request: Request): Promise<{ text: string } | { problem: Problem }> {
  const body = await readBody(request);
  if ("status" in body) return { problem: body };
  if (isEncoded(headersOf(request))) return { problem: encoded() };
  try {
    return { text: decoder.decode(body) };
  } catch {
    return { problem: unsupportedMediaType("the body must be in UTF-8") };
  }
}

/** The media type of a request without its parameters, in lower case; "" where there is none. */
export function mediaTypeOf(contentType: string | null | undefined): string {
  return contentType?.split(";", 1)[0]!.trim().toLowerCase() ?? "";
}

function isJson(contentType: string | undefined): boolean {
  return contentType === "application/json" || /^application\/([\w.-]+\+)?json$/.test(mediaTypeOf(contentType));
}

function isEncoded(header: ReadHeader): boolean {
  return (header("content-encoding") ?? "identity") !== "identity";
}

function encoded(): Problem {
  return unsupportedMediaType("the body must be sent as it is, without a content encoding");
}

/** The body's bytes, or the problem that there are more than `BODY_LIMIT`, or than another limit. */
export async function readBody(request: Request, limit = settings().BODY_LIMIT): Promise<Uint8Array | Problem> {
  return (await readBounded(request, limit)) ?? tooLarge(limit);
}
