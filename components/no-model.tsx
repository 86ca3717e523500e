import Link from "next/link";

/** What the home page says where no model answers. Why those that are there cannot is for the owner. */
export function NoModel({ waiting }: { waiting: number }) {
  if (waiting > 0) {
    return (
      <p>
        No model can answer now. The log and, for the owner, the{" "}
        <Link href="/pipeline" className="link">
          pipeline
        </Link>{" "}
        say why, and what to run.
      </p>
    );
  }
  return (
    <>
      <p>
        No model is published yet. Make a folder in the folder of models, <code className="font-mono">model</code>{" "}
        unless MODEL_DIR is set, with a table as <code className="font-mono">training.csv</code> and its description as{" "}
        <code className="font-mono">model.json</code>; then train it. It is published within two seconds.
      </p>
      <pre className="mt-3 bg-wash px-4 py-3 font-mono text-caption wrap-anywhere whitespace-pre-wrap">
        <code>npm run train -- model/my-model</code>
      </pre>
      <p className="mt-3">
        Or{" "}
        <Link href="/import" className="link">
          hand over a model that is fitted already
        </Link>
        .
      </p>
    </>
  );
}
