import { asSentence } from "@/components/words";
import { withBase } from "@/lib/base-path";
import type { Failed } from "./api";

interface TroubleProps {
  failed: Failed;
  /** What stays as it is, as a sentence. */
  kept?: string;
}

/** Why something was not done, and what to do about it. */
export function Trouble({ failed, kept }: TroubleProps) {
  return (
    <div role="alert" className="my-5 max-w-[38rem] border-l-2 border-rust pl-5 wrap-anywhere">
      {failed.failed === "login" && (
        <p>
          Your login has expired.{" "}
          <a href={withBase("/studio")} target="_blank" className="link">
            Log in again in a new tab
          </a>
          , then come back and try again.
        </p>
      )}
      {failed.failed === "away" && <p>The server did not answer. Try again.</p>}
      {failed.failed === "refused" && <p>{asSentence(failed.problem.detail)}</p>}
      {kept && <p className="mt-1 text-small text-quiet">{kept}</p>}
    </div>
  );
}
