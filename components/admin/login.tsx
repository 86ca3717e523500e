import { PostForm } from "@/components/post-form";
import Link from "next/link";

const MESSAGES = new Map([
  ["wrong", "Wrong password."],
  ["throttled", "Too many wrong passwords. Wait a quarter of an hour, then try again."],
]);

interface LoginProps {
  /** Whether nobody can log in. */
  closed: boolean;
  /** What became of a login, as the address says. */
  outcome: string | undefined;
  /** The path to come back to. */
  to: string;
  /** Of the page, for its form. */
  token: string;
  /** Whether a reviewer is logged in, who does not see this page. */
  reviewing?: boolean;
  /** Whether a reviewer can log in here, too. */
  forReviewer?: boolean;
}

/** The way in; or how to make one. */
export function Login({ closed, outcome, to, token, reviewing = false, forReviewer = false }: LoginProps) {
  const message = outcome === undefined ? undefined : MESSAGES.get(outcome);
  return (
    <div className="max-w-[38rem] pt-8 lg:pt-14">
      <h1 className="text-title">{forReviewer ? "Login" : "Owner login"}</h1>
      <p className="mt-6 text-lead">
        This page is for the owner{forReviewer && " and the reviewer"} of this server. Estimates and their accuracy need
        no login:{" "}
        <Link href="/#all-models" className="link">
          see all models
        </Link>
        .
      </p>
      {reviewing && <p className="mt-4">You are logged in as the reviewer, who does not see this page.</p>}
      {closed ? (
        <p className="mt-4">
          There is no password yet. Set <code className="font-mono">ADMIN_PASSWORD</code> to at least eight characters
          where this server runs, and start it again.
        </p>
      ) : (
        <PostForm token={token} action="/admin/login" className="mt-8">
          <input type="hidden" name="to" value={to} />
          <label htmlFor="password" className="block pb-2 font-medium">
            Password
          </label>
          <div className="field flex" data-invalid={message ? true : undefined}>
            <input
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              aria-invalid={message ? true : undefined}
              aria-describedby={message ? "password-error" : undefined}
              className="min-h-13 w-full min-w-0 bg-transparent px-4 text-lead outline-none"
            />
          </div>
          {message && (
            <p id="password-error" role="alert" className="mt-2 text-small text-rust">
              {message}
            </p>
          )}
          <button className="button mt-6">Log in</button>
          <p className="mt-6 text-small text-quiet">
            Password forgotten? Set <code className="font-mono">ADMIN_PASSWORD</code>
            {forReviewer && (
              <>
                {" "}
                or <code className="font-mono">REVIEWER_PASSWORD</code>
              </>
            )}{" "}
            to a new one where this server runs, and start it again.
          </p>
        </PostForm>
      )}
      {to.startsWith("/monitoring") && (
        <p className="mt-8 text-small text-quiet">
          Programs read monitoring from the{" "}
          <Link href="/docs" className="link">
            API
          </Link>
          , with a key that allows it.
        </p>
      )}
    </div>
  );
}
