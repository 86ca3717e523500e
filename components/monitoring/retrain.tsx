import { PostForm } from "@/components/post-form";
import { asSentence } from "@/components/words";
import { NO_OUTCOMES } from "@/lib/service/drafts/retrain-words";

interface Props {
  /** Of the model. */
  id: string;
  /** Why it cannot be trained again here. */
  fault: string | undefined;
  /** Whether that was tried, and nothing came of it. */
  isRefused: boolean;
  token: string;
}

/** Training a model again with what was reported since: a button, or why there is none. */
export function Retrain({ id, fault, isRefused, token }: Props) {
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
          {isRefused && (
            <p role="alert" className="mb-4 text-rust">
              {asSentence(NO_OUTCOMES)}
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
