import { asSentence } from "@/components/words";
import type { Trouble } from "./send-slice";

/** Why there is no answer, with what the server writes about it. */
export function TroubleText({ trouble: { text, detail, lang } }: { trouble: Trouble }) {
  return (
    <>
      {text} {detail && <span lang={lang}>{asSentence(detail)}</span>}
    </>
  );
}
