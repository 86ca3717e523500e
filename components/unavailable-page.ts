import { withBase } from "@/lib/base-path";
import type { Locale } from "@/lib/language/locale";
import { answerPlainPage } from "./plain-page";
import { PLAIN_WORDS } from "./plain-words";

/**
 * The page of a model that cannot answer now. It says nothing of the reason, which is for the owner.
 *
 * @param nonce of its policy, for its style
 */
export function answerUnavailable(locale: Locale, nonce: string, headers: Record<string, string>): Response {
  const { title, heading, markup } = PLAIN_WORDS[locale].unavailable;
  const paragraphs = [`<p class="lead quiet">${markup(withBase("/pipeline"))}</p>`];
  return answerPlainPage({ locale, nonce, status: 503, title, heading, paragraphs }, headers);
}
