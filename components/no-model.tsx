import { useWords } from "./language/use-words";
import { linkTo } from "./text-link";
import { NO_MODEL_WORDS } from "./no-model-words";

/** What the home page says where no model answers. The reason why a model cannot is for the owner. */
export function NoModel({ waiting }: { waiting: number }) {
  const words = useWords(NO_MODEL_WORDS);
  if (waiting > 0) return <p>{words.waiting(linkTo("/pipeline"))}</p>;
  return (
    <>
      <p>
        {words.none((text) => (
          <code className="font-mono">{text}</code>
        ))}
      </p>
      <pre className="mt-3 bg-wash px-4 py-3 font-mono text-caption wrap-anywhere whitespace-pre-wrap">
        <code>npm run train -- model/my-model</code>
      </pre>
      <p className="mt-3">{words.fitted(linkTo("/import"))}</p>
    </>
  );
}
