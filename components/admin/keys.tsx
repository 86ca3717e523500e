import { DataTable } from "@/components/chart/data-table";
import { NewKey, type NewKeyProps } from "./new-key";
import { PostForm } from "@/components/post-form";
import { Question } from "./question";
import { Section } from "@/components/section";
import { withBase } from "@/lib/base-path";
import type { Role } from "@/lib/service/audit";
import type { Scope } from "@/lib/service/known-keys";
import { scopesOf, type readApiKeys } from "@/lib/service/api-keys";

type Keys = Awaited<ReturnType<typeof readApiKeys>>;

const ALLOWS: Record<Scope, string> = {
  predict: "Predictions, batches and the export",
  admin: "Erase estimates, read monitoring",
  publish: "Publish, promote and roll back models",
  review: "Confirm and decline what somebody else proposes",
};

function day(time: number | null): string {
  return time === null ? "never" : new Date(time).toISOString().slice(0, 10);
}

function KeyTable({ keys }: { keys: Keys }) {
  return (
    <DataTable
      wide
      caption="API keys"
      columns={["Name", "Permissions", "Created", "Last used", "State"]}
      rows={keys.map(({ id, name, scopes, made_at, used_at, revoked_at }) => [
        name,
        scopes.replaceAll(",", ", "),
        day(made_at),
        day(used_at),
        revoked_at === null ? (
          <a
            key="revoke"
            href={withBase(`/admin/keys?revoke=${id}`)}
            className="link inline-flex min-h-11 items-center"
          >
            Revoke<span className="sr-only"> {name}</span>
          </a>
        ) : (
          `revoked ${day(revoked_at)}`
        ),
      ])}
    />
  );
}

function KeyForm({ role, fault, token }: Pick<KeysPageProps, "role" | "fault" | "token">) {
  const faulty = fault !== undefined;
  return (
    <PostForm token={token} action="/admin/keys/change" className="max-w-[30rem]">
      <label htmlFor="name" className="block pb-2 font-medium">
        Name
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
        <legend className="pb-1 font-medium">Permissions</legend>
        {scopesOf(role).map((scope, index) => (
          <label key={scope} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked={index === 0}
              className="size-5 accent-accent"
            />
            {ALLOWS[scope]}
          </label>
        ))}
      </fieldset>
      {faulty && (
        <p id="key-error" role="alert" className="mt-2 text-small text-rust">
          {fault === "taken"
            ? "A key in use has this name. Give this one another, or revoke that one first."
            : "Give the key a name and at least one permission."}
        </p>
      )}
      <button className="button mt-5">Create key</button>
    </PostForm>
  );
}

/** Asks before a key is taken out of use for good. */
function Revocation({ name, id, last, token }: { name: string; id: string; last: boolean; token: string }) {
  return (
    <Question name="revoke" value={id} yes="Revoke the key" no="Keep it" token={token}>
      <p className="text-lead">Revoke the key “{name}”? It cannot be undone: calls with this key are refused.</p>
      {last && <p className="mt-3">It is the last key. No program can call the API until you make another one.</p>}
    </Question>
  );
}

/** Asks before the API is opened to everybody. */
function Opening({ token }: { token: string }) {
  return (
    <Question name="rule" value="open" yes="Open the API" no="Keep it closed" token={token}>
      <p className="text-lead">Open the API to calls without a key?</p>
      <p className="mt-3">Anyone who can reach this server can then send API and batch calls. Keys keep working.</p>
    </Question>
  );
}

/** Whether calls need a key, and the way to change that: to open the API asks first, as it lets everybody in. */
function Rule({ needed, fixed, opening, token }: KeysPageProps["rule"] & { opening: boolean; token: string }) {
  if (fixed) return <p className="text-lead">API and batch calls need a key, as API_KEYS is set.</p>;
  if (needed && opening) return <Opening token={token} />;
  if (needed) {
    return (
      <>
        <p className="text-lead">API and batch calls need a key. The pages give single estimates without one.</p>
        <a href={withBase("/admin/keys?rule=open")} className="link mt-2 inline-flex min-h-11 items-center">
          Open the API to calls without a key
        </a>
      </>
    );
  }
  return (
    <PostForm token={token} action="/admin/keys/change">
      <p className="text-lead">The API is open: calls need no key. Creating a key closes it to calls without one.</p>
      <button
        name="rule"
        value="closed"
        className="mt-4 inline-flex min-h-11 cursor-pointer items-center border border-edge px-5 font-medium hover:border-ink hover:text-accent"
      >
        Close the API to calls without a key
      </button>
    </PostForm>
  );
}

interface KeysPageProps {
  /** Who looks: the reviewer sees and makes the keys that confirm, the owner all others. */
  role: Role;
  keys: Keys;
  rule: { needed: boolean; fixed: boolean };
  /** The new key, on the page after it was made. */
  made: string | undefined;
  /** Where keys are good, and a model to call; none where no model is served. */
  place: NewKeyProps["place"];
  /** The id of the key that is about to be revoked. */
  revoked: string | undefined;
  /** Whether the API is about to be opened. */
  opening: boolean;
  /** What is wrong with the key that was to be made: "taken" where another has its name. */
  fault: string | undefined;
  /** Of the page, for its forms. */
  token: string;
}

/** The keys of the API: make them, see when they were used, revoke them. */
export function KeysPage({ role, keys, rule, made, place, revoked, opening, fault, token }: KeysPageProps) {
  const inUse = keys.filter(({ revoked_at }) => revoked_at === null);
  const revoking = inUse.find(({ id }) => id === revoked);
  const isLast = rule.needed && !rule.fixed && inUse.filter(({ scopes }) => scopes.includes("predict")).length === 1;
  return (
    <article>
      <div className="max-w-[38rem] pt-8 pb-10 lg:pt-14">
        <h1 className="mb-6 text-title">Keys</h1>
        {role === "owner" ? (
          <Rule {...rule} opening={opening} token={token} />
        ) : (
          <p className="text-lead">With such a key a program confirms what the owner proposes.</p>
        )}
      </div>
      <Section title="API keys">
        {made && <NewKey value={made} scopes={keys[0]?.scopes.split(",") ?? []} place={place} />}
        {revoking && (
          <Revocation
            name={revoking.name}
            id={revoking.id}
            last={isLast && revoking.scopes.includes("predict")}
            token={token}
          />
        )}
        {keys.length > 0 ? <KeyTable keys={keys} /> : <p>None yet.</p>}
        <a href={withBase("/admin/audit")} className="link mt-4 inline-flex min-h-11 items-center text-small">
          Audit log: who made and revoked keys
        </a>
      </Section>
      <Section title="New key">
        <KeyForm role={role} fault={fault} token={token} />
      </Section>
    </article>
  );
}
