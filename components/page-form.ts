import { requestLocale } from "@/components/language/request-locale";
import { readBounded } from "@/lib/service/bounded-body";
import { TOKEN_FIELD } from "@/lib/service/form-token-names";
import { isFromOwnPage } from "@/lib/service/same-origin";
import { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import { answerPlainPage } from "./plain-page";
import { PLAIN_WORDS } from "./plain-words";
import { storeFaultInWords } from "./store-words";

/** More than the longest of our forms: a receipt, a note of 1,000 characters and some short fields. */
const LONGEST = 65_536;
/** No form of ours has as many. */
const MOST_FIELDS = 20;

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** The form of a page, or the page that says why it was not taken. */
export type ReadForm = { form: FormData } | { refusal: Response };

/**
 * The fields of a form that one of our own pages has sent, or the answer to what is no such form.
 *
 * @param several the fields that may be there more than once
 */
export async function readPageForm(request: Request, several: string[] = []): Promise<ReadForm> {
  const locale = requestLocale(request.headers);
  const words = PLAIN_WORDS[locale];
  const refuse = (status: number, heading: string, paragraphs: string[]) => ({
    refusal: answerPlainPage({ locale, nonce: nonceOf(request), status, title: words.notTaken, heading, paragraphs }),
  });
  const type = request.headers.get("content-type") ?? "";
  if (!FORM_TYPES.test(type)) {
    return refuse(415, words.notAForm.heading, [lead(words.notAForm.markup)]);
  }
  const read = await readFields(request, type).catch(() => undefined);
  if (read === "too long") {
    return refuse(413, words.tooLong.heading, [lead(words.tooLong.markup(LONGEST))]);
  }
  const token = read ? textOf(read, TOKEN_FIELD) : "";
  if (!(await isFromOwnPage((name) => request.headers.get(name) ?? undefined, token, Date.now()))) {
    const { heading, operator } = words.otherSite;
    return refuse(403, heading, [lead(words.again), `<p class="quiet">${operator}</p>`]);
  }
  if (!read || !isPlain(read, several)) return refuse(400, words.unreadable, [lead(words.again)]);
  return { form: read };
}

async function readFields(request: Request, type: string): Promise<FormData | "too long"> {
  const body = await readBounded(request, LONGEST);
  return body ? new Response(body, { headers: { "Content-Type": type } }).formData() : "too long";
}

/** Whether every field is a text in UTF-8 without NUL, and there once unless it may be there several times. */
function isPlain(form: FormData, several: string[]): boolean {
  const fields = [...form];
  const single = fields.map(([name]) => name).filter((name) => !several.includes(name));
  return (
    fields.length <= MOST_FIELDS &&
    new Set(single).size === single.length &&
    fields.every(([name, value]) => typeof value === "string" && !/[\0\ufffd]/.test(`${name}${value}`))
  );
}

/** The answer to a form, or a page that says why nothing can be saved: the form may be sent again. */
export async function answeringStoreFaults(request: Request, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof NoStoreError || error instanceof StoreAwayError)) throw error;
    const locale = requestLocale(request.headers);
    const words = PLAIN_WORDS[locale];
    const paragraphs = [lead(storeFaultInWords(locale, error)), lead(words.again)];
    return answerPlainPage({ locale, nonce: nonceOf(request), status: 503, ...words.notKept, paragraphs });
  }
}

const lead = (markup: string) => `<p class="lead quiet">${markup}</p>`;

/** The nonce of the policy that `proxy.ts` has given the answer. */
function nonceOf({ headers }: Request): string {
  return /'nonce-([\w-]+)'/.exec(headers.get("content-security-policy") ?? "")?.[1] ?? "";
}

/** The text of a field; "" where there is none, or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
