import { useWords } from "@/components/language/use-words";
import type { KeyUse } from "@/components/calls/read-key-use";
import { linkTo } from "@/components/text-link";
import { useState } from "react";
import { TABLE_WORDS } from "./table-words";

/** A field for the API key, which is kept only while this page is open. */
export function KeyField({ keys, onKey }: { keys?: Pick<KeyUse, "created">; onKey: (key: string) => void }) {
  const [key, setKey] = useState("");
  const words = useWords(TABLE_WORDS).key;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim()) onKey(key.trim());
      }}
      className="mt-6 max-w-[38rem]"
    >
      <label htmlFor="api-key" className="font-medium">
        {words.label}
      </label>
      <p id="api-key-hint" className="text-small text-quiet">
        {words.hint}
        {keys?.created && <> {words.create(linkTo("/admin/keys"))}</>}
      </p>
      <div className="mt-3 flex flex-wrap gap-4">
        <span className="field block w-full sm:w-80">
          <input
            id="api-key"
            type="password"
            autoComplete="off"
            value={key}
            aria-describedby="api-key-hint"
            onChange={(event) => setKey(event.target.value)}
            className="min-h-13 w-full bg-transparent px-4 outline-none"
          />
        </span>
        <button className="button cursor-pointer">{words.use}</button>
      </div>
    </form>
  );
}
