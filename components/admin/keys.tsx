import { DataTable } from "@/components/chart/data-table";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { KEYS_WORDS } from "./keys-words";
import { NewKey, type NewKeyProps } from "./new-key";
import { PostForm } from "@/components/post-form";
import { Question } from "./question";
import { Section } from "@/components/section";
import { withBase } from "@/lib/base-path";
import type { Role } from "@/lib/service/audit";
import { scopesOf, type readApiKeys } from "@/lib/service/api-keys";

type Keys = Awaited<ReturnType<typeof readApiKeys>>;

function KeyTable({ keys }: { keys: Keys }) {
  const words = useWords(KEYS_WORDS);
  const write = useWriter();
  const day = (time: number | null) => (time === null ? words.never : write.day(time));
  return (
    <DataTable
      wide
      caption={words.apiKeys}
      columns={words.columns}
      rows={keys.map(({ id, name, scopes, made_at, used_at, revoked_at }) => [
        name,
        scopes.replaceAll(",", ", "),
        day(made_at),
        day(used_at),
        revoked_at === null ? (
          <span key="active">
            <span className="mr-3">{words.active}</span>{" "}
            <a href={withBase(`/admin/keys?revoke=${id}`)} className="link inline-flex min-h-11 items-center">
              {words.revoke}
              <span className="sr-only"> {name}</span>
            </a>
          </span>
        ) : (
          words.revokedOn(day(revoked_at))
        ),
      ])}
    />
  );
}

function KeyForm({ role, fault, token }: Pick<KeysPageProps, "role" | "fault" | "token">) {
  const words = useWords(KEYS_WORDS);
  const faulty = fault !== undefined;
  return (
    <PostForm token={token} action="/admin/keys/change" className="max-w-[30rem]">
      <label htmlFor="name" className="block pb-2 font-medium">
        {words.name}
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
        <legend className="pb-1 font-medium">{words.permissions}</legend>
        {scopesOf(role).map((scope, index) => (
          <label key={scope} className="flex min-h-11 cursor-pointer items-center gap-3">
            <input
              type="checkbox"
              name="scope"
              value={scope}
              defaultChecked={index === 0}
              className="size-5 shrink-0 accent-accent"
            />
            {/* With its name, by which the table, the log and the API know it. */}
            <span>
              {words.allows[scope]} <code className="font-mono text-small text-quiet">{scope}</code>
            </span>
          </label>
        ))}
      </fieldset>
      {faulty && (
        <p id="key-error" role="alert" className="mt-2 text-small text-rust">
          {fault === "taken" ? words.taken : words.incomplete}
        </p>
      )}
      <button className="button mt-5">{words.create}</button>
    </PostForm>
  );
}

/** Asks before a key is revoked for good. */
function Revocation({ name, id, last, token }: { name: string; id: string; last: boolean; token: string }) {
  const words = useWords(KEYS_WORDS);
  return (
    <Question name="revoke" value={id} yes={words.revokeYes} no={words.revokeNo} token={token}>
      <p className="text-lead">{words.revokeQuestion(name)}</p>
      {last && <p className="mt-3">{words.last}</p>}
    </Question>
  );
}

/** Asks before the API is opened to everybody. */
function Opening({ token }: { token: string }) {
  const words = useWords(KEYS_WORDS);
  return (
    <Question name="rule" value="open" yes={words.openYes} no={words.openNo} token={token}>
      <p className="text-lead">{words.openQuestion}</p>
      <p className="mt-3">{words.openMeans}</p>
    </Question>
  );
}

/** Whether calls need a key, and the way to change that. Opening the API asks first, because it lets everybody in. */
function Rule({ needed, fixed, opening, token }: KeysPageProps["rule"] & { opening: boolean; token: string }) {
  const words = useWords(KEYS_WORDS);
  if (fixed) return <p className="text-lead">{words.fixed}</p>;
  if (needed && opening) return <Opening token={token} />;
  if (needed) {
    return (
      <>
        <p className="text-lead">{words.needed}</p>
        <a href={withBase("/admin/keys?rule=open")} className="link mt-2 inline-flex min-h-11 items-center">
          {words.openLink}
        </a>
      </>
    );
  }
  return (
    <PostForm token={token} action="/admin/keys/change">
      <p className="text-lead">{words.open}</p>
      <button
        name="rule"
        value="closed"
        className="mt-4 inline-flex min-h-11 cursor-pointer items-center border border-edge px-5 font-medium hover:border-ink hover:text-accent"
      >
        {words.close}
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
  /** Where keys work, and a model to call; none where no model is served. */
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
  const words = useWords(KEYS_WORDS);
  const inUse = keys.filter(({ revoked_at }) => revoked_at === null);
  const revoking = inUse.find(({ id }) => id === revoked);
  const isLast = rule.needed && !rule.fixed && inUse.filter(({ scopes }) => scopes.includes("predict")).length === 1;
  return (
    <article>
      <div className="max-w-[38rem] pt-8 pb-10 lg:pt-14">
        <h1 className="mb-6 text-title">{words.title}</h1>
        {role === "owner" ? (
          <Rule {...rule} opening={opening} token={token} />
        ) : (
          <p className="text-lead">{words.reviewer}</p>
        )}
      </div>
      <Section title={words.apiKeys}>
        {made && <NewKey value={made} scopes={keys[0]?.scopes.split(",") ?? []} place={place} />}
        {revoking && (
          <Revocation
            name={revoking.name}
            id={revoking.id}
            last={isLast && revoking.scopes.includes("predict")}
            token={token}
          />
        )}
        {keys.length > 0 ? <KeyTable keys={keys} /> : <p>{words.none}</p>}
        <a href={withBase("/admin/audit")} className="link mt-4 inline-flex min-h-11 items-center text-small">
          {words.audit}
        </a>
      </Section>
      <Section title={words.newKey}>
        <KeyForm role={role} fault={fault} token={token} />
      </Section>
    </article>
  );
}
