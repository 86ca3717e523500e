import { useWords } from "@/components/language/use-words";
import { PostForm } from "@/components/post-form";
import { linkTo } from "@/components/text-link";
import { LOGIN_WORDS } from "./login-words";

interface LoginProps {
  /** Whether a login is impossible, because no password is set. */
  closed: boolean;
  /** What became of a login, as the address says. */
  outcome: string | undefined;
  /** The path to come back to. */
  to: string;
  /** Of the page, for its form. */
  token: string;
  /** Whether a reviewer is logged in, who may not see this page. */
  reviewing?: boolean;
  /** Whether a reviewer can log in here, too. */
  forReviewer?: boolean;
}

const code = (text: string) => <code className="font-mono">{text}</code>;

/** The login, or how to make one possible. */
export function Login({ closed, outcome, to, token, reviewing = false, forReviewer = false }: LoginProps) {
  const words = useWords(LOGIN_WORDS);
  const message = outcome === "wrong" || outcome === "throttled" ? words[outcome] : undefined;
  return (
    <div className="max-w-[38rem] pt-8 lg:pt-14">
      <h1 className="text-title">{words.title(forReviewer)}</h1>
      <p className="mt-6 text-lead">{words.purpose(forReviewer, linkTo("/#all-models"))}</p>
      {reviewing && <p className="mt-4">{words.reviewing}</p>}
      {closed ? (
        <p className="mt-4">{words.closed(code)}</p>
      ) : (
        <PostForm token={token} action="/admin/login" className="mt-8">
          <input type="hidden" name="to" value={to} />
          <label htmlFor="password" className="block pb-2 font-medium">
            {words.password}
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
          <button className="button mt-6">{words.logIn}</button>
          <p className="mt-6 text-small text-quiet">{words.forgotten(forReviewer, code)}</p>
        </PostForm>
      )}
      {to.startsWith("/monitoring") && <p className="mt-8 text-small text-quiet">{words.programs(linkTo("/docs"))}</p>}
    </div>
  );
}
