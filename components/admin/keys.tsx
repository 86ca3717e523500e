import { DataTable } from "@/components/chart/data-table";
import { Section } from "@/components/section";
import { scopes, type Scope } from "@/lib/service/known-keys";
import type { readApiKeys } from "@/lib/service/api-keys";

type Keys = Awaited<ReturnType<typeof readApiKeys>>;

const ALLOWS: Record<Scope, string> = {
  predict: "Ask for predictions",
  admin: "Forget estimates",
};

function day(time: number | null): string {
  return time === null ? "never" : new Date(time).toISOString().slice(0, 10);
}

/** A new key, which is shown this once. */
function NewKey({ value }: { value: string }) {
  return (
    <div role="status" className="mb-10 border-l-2 border-accent pl-5">
      <p className="text-lead">This is the new key. Copy it now: it is not kept, and will not be shown again.</p>
      <p className="mt-3 font-mono text-small wrap-anywhere">{value}</p>
    </div>
  );
}

function KeyTable({ keys }: { keys: Keys }) {
  return (
    <DataTable
      wide
      caption="Keys so far"
      columns={["Name", "May", "Made", "Last used", "State"]}
      rows={keys.map(({ id, name, scopes, made_at, used_at, revoked_at }) => [
        name,
        scopes.replace(",", ", "),
        day(made_at),
        day(used_at),
        revoked_at === null ? (
          <form key="revoke" method="post" action="/admin/keys/change">
            <button name="revoke" value={id} className="link min-h-11 cursor-pointer">
              Revoke<span className="sr-only"> {name}</span>
            </button>
          </form>
        ) : (
          `revoked ${day(revoked_at)}`
        ),
      ])}
    />
  );
}

function KeyForm({ faulty }: { faulty: boolean }) {
  return (
    <form method="post" action="/admin/keys/change" className="max-w-[30rem]">
      <label htmlFor="name" className="block pb-2 font-medium">
        Who is it for?
      </label>
      <div className="field flex" data-invalid={faulty || undefined}>
        <input
          id="name"
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          aria-invalid={faulty}
          aria-describedby={faulty ? "key-error" : undefined}
          className="min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none"
        />
      </div>
      <fieldset className="mt-5">
        <legend className="pb-1 font-medium">What may it do?</legend>
        {scopes.map((scope) => (
          <label key={scope} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked={scope === "predict"}
              className="size-5 accent-accent"
            />
            {ALLOWS[scope]}
          </label>
        ))}
      </fieldset>
      {faulty && (
        <p id="key-error" role="alert" className="mt-2 text-small text-rust">
          A key needs a name and something that it may do.
        </p>
      )}
      <button className="button mt-5">Make a key</button>
    </form>
  );
}

/** Who may call the API: make keys, see when they were used, take them back. */
export function KeysPage({ keys, made, faulty }: { keys: Keys; made: string | undefined; faulty: boolean }) {
  const inUse = keys.some(({ revoked_at, scopes }) => revoked_at === null && scopes.includes("predict"));
  return (
    <article>
      <div className="pt-8 pb-10 lg:pt-14">
        <h1 className="text-title">Keys</h1>
        <p className="mt-6 max-w-[38rem] text-lead">
          {inUse
            ? "Who calls the API for many rows, or from a program, must send one of these keys."
            : "Anybody may call the API. Once there is a key for predictions, only those who have one may."}
        </p>
      </div>
      <Section title="Keys so far">
        {made && <NewKey value={made} />}
        {keys.length > 0 ? <KeyTable keys={keys} /> : <p>None yet.</p>}
      </Section>
      <Section title="A new key">
        <KeyForm faulty={faulty} />
      </Section>
      <form method="post" action="/admin/logout" className="mt-6">
        <button className="link min-h-11 cursor-pointer">Log out</button>
      </form>
    </article>
  );
}
