import { useState } from "react";

/** Asks for the key of the API, which is kept as long as this page is open and nowhere else. */
export function KeyField({ onKey }: { onKey: (key: string) => void }) {
  const [key, setKey] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim()) onKey(key.trim());
      }}
      className="mt-6 max-w-[38rem]"
    >
      <label htmlFor="api-key" className="font-medium">
        Your key
      </label>
      <p id="api-key-hint" className="text-small text-quiet">
        Whoever runs this server asks for a key where many rows are estimated. It is forgotten when you leave this page.
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
        <button className="button cursor-pointer">Use this key</button>
      </div>
    </form>
  );
}
