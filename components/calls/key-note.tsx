import { withBase } from "@/lib/base-path";
import { KEY_VARIABLE } from "./key-variable";
import type { KeyUse } from "./read-key-use";

/** Where the key comes from that a sample sends, and where to put it. */
export function KeyNote({ keys, what = "Calls" }: { keys: Pick<KeyUse, "created">; what?: string }) {
  return (
    <p className="mt-3 max-w-[38rem] text-small">
      {what} need a key.{" "}
      {keys.created ? (
        <>
          The owner of this server creates it at{" "}
          <a href={withBase("/admin/keys")} className="link">
            /admin/keys
          </a>
          .
        </>
      ) : (
        "The operator of this server has it."
      )}{" "}
      Put it into the environment variable <span className="font-mono">{KEY_VARIABLE}</span>.
    </p>
  );
}
