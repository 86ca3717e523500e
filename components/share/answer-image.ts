import { hash } from "node:crypto";
import { languageName, readQuery, typedIn } from "@/components/query";
import { readLevel } from "@/components/result/level";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/language/locale";
import { predict } from "@/lib/model/answer/predict";
import { writerOf } from "@/lib/model/format";
import { readForm } from "@/lib/model/inputs/read-form";
import type { Model } from "@/lib/model/model";
import { modelIn } from "@/lib/model/translate";
import { findModel } from "@/lib/registry/registry";
import { logWarning } from "@/lib/service/log";
import { imageOf } from "./images";
import { pictureOfModel, pictureOfResult, type Picture } from "./picture";
import { SHARE_WORDS } from "./words";

/*
 * The images beside links in chats and social networks. What fetches them has no cookies, so that their language is in
 * their address. They are made of what the page of the model or the result shows first; nothing is remembered.
 */

/** Another one when the drawing changes, so that no client keeps an image of the one before. */
const DRAWING = "1";

/** Chats keep an image for themselves, most of them for longer. */
const SECONDS = 86_400;
/** When a client may try again that came while too many were drawn. */
const RETRY_SECONDS = 5;

interface Asked {
  request: Request;
  id: string;
}

/** The image of a model. */
export async function answerModelImage({ request, id }: Asked): Promise<Response> {
  const asked = await readAsked(id, request);
  if (!asked) return refuse(404, SHARE_WORDS[DEFAULT_LOCALE].noModel);
  return answer(request, asked.model, asked.locale, pictureOfModel(asked.model));
}

/** The image of a result; `request` has the query of the page of the result. */
export async function answerResultImage({ request, id }: Asked): Promise<Response> {
  const asked = await readAsked(id, request);
  if (!asked) return refuse(404, SHARE_WORDS[DEFAULT_LOCALE].noModel);
  const { model, locale, query } = asked;
  const read = readForm(model, readQuery(model.spec, query), typedIn(model.spec, query));
  if ("faults" in read) {
    const names = writerOf(locale).list(read.faults.slice(0, 10).map(({ name }) => name));
    return refuse(400, SHARE_WORDS[locale].badInputs(names));
  }
  const prediction = predict(model, read.inputs, { level: readLevel(model, query).level });
  return answer(request, model, locale, pictureOfResult(model, read.inputs, prediction));
}

async function readAsked(id: string, request: Request) {
  const found = await findModel(id);
  if (!found) return undefined;
  const query = new URL(request.url).searchParams;
  const wanted = query.get(languageName(found.spec)) ?? undefined;
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  return { model: modelIn(found, locale), locale, query };
}

async function answer(request: Request, { revision }: Model, locale: Locale, picture: Picture): Promise<Response> {
  const key = hash("sha256", `${DRAWING} ${revision} ${JSON.stringify(picture)}`, "base64url").slice(0, 22);
  const etag = `"${revision}-${key}"`;
  const headers = { "Cache-Control": `public, max-age=${SECONDS}`, ETag: etag };
  if (isKnown(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  const typed = { ...headers, "Content-Type": "image/png" };
  // Next sends no length of what a route answers, which is all that a drawing would tell here.
  if (request.method === "HEAD") return new Response(null, { headers: typed });
  const png = await imageOf(key, picture, drawHere).catch((error: Error) => {
    logWarning(`an image could not be drawn: ${error.message}`);
    return undefined;
  });
  if (!png) return refuse(503, SHARE_WORDS[locale].busy, { "Retry-After": String(RETRY_SECONDS) });
  return new Response(png, { headers: typed });
}

/** Loaded when it is first needed: where there is a thread, it never is. */
async function drawHere(picture: Picture) {
  const { drawPng } = await import("./draw");
  return drawPng(picture, process.cwd());
}

/** Whether a client that has these versions has ours. Source: RFC 9110, section 13.1.2 (weak comparison). */
function isKnown(header: string | null, etag: string): boolean {
  const tags = header?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
  return tags.includes(etag) || tags.includes("*");
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): Response {
  const plain = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(`${text}\n`, { status, headers: { ...plain, ...headers } });
}
