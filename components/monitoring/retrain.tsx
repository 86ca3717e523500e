import { PostForm } from "@/components/post-form";
import { asSentence } from "@/components/words";

interface Props {
  /** Of the model. */
  id: string;
  /** Why it cannot be trained again here. */
  fault: string | undefined;
  /** Why no draft was made, where that was tried. */
  refusal: string | undefined;
  token: string;
}

/** Training a model again with what was reported since: a button, or why there is none. */
export function Retrain({ id, fault, refusal, token }: Props) {
  return (
    <>
      <p className="max-w-[38rem]">
        The rows that it was trained on and the outcomes reported since make a draft. You compare it with the model that
        answers now, which goes on answering until you decide.
      </p>
      {fault !== undefined ? (
        <p className="mt-4 max-w-[38rem] text-quiet">It cannot be trained again here: {fault}.</p>
      ) : (
        <PostForm action={`/monitoring/${id}/retrain`} token={token} className="mt-6">
          {refusal !== undefined && (
            <p role="alert" className="mb-4 text-rust">
              {asSentence(refusal)}
            </p>
          )}
          <button type="submit" className="button">
            Train again
          </button>
        </PostForm>
      )}
    </>
  );
}
