import { withBase } from "@/lib/base-path";
import { answerPlainPage } from "./plain-page";

/**
 * The page of a model that cannot answer now. It says nothing of the reason, which is for the owner.
 *
 * @param nonce of its policy, for its style
 */
export function answerUnavailable(nonce: string, headers: Record<string, string>): Response {
  return answerPlainPage(
    {
      nonce,
      status: 503,
      title: "Not available now",
      heading: "This model cannot answer now.",
      paragraphs: [
        `<p class="lead quiet">Its files are being changed, or something is wrong with them. Its owner finds the reason
and the command to run in the <a href="${withBase("/pipeline")}">pipeline</a>. The other models answer.</p>`,
      ],
    },
    headers,
  );
}
