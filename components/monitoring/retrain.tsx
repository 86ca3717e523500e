import { useWords } from "@/components/language/use-words";
import { PostForm } from "@/components/post-form";
import { asSentence } from "@/components/words";
import { MONITORING_WORDS } from "./words";

interface Props {
  /** Of the model. */
  id: string;
  /** Why it cannot be retrained here. */
  fault: string | undefined;
  /** Why no draft was made, where that was tried. */
  refusal: string | undefined;
  token: string;
}

/** Retraining a model with the outcomes reported since: a button, or why there is none. */
export function Retrain({ id, fault, refusal, token }: Props) {
  const words = useWords(MONITORING_WORDS);
  return (
    <>
      <p className="max-w-[38rem]">{words.retrainMeans}</p>
      {fault !== undefined ? (
        <p className="mt-4 max-w-[38rem] text-quiet">{words.noRetraining(fault)}</p>
      ) : (
        <PostForm action={`/monitoring/${id}/retrain`} token={token} className="mt-6">
          {refusal !== undefined && (
            <p role="alert" className="mb-4 text-rust">
              {asSentence(refusal)}
            </p>
          )}
          <button type="submit" className="button">
            {words.retrain}
          </button>
        </PostForm>
      )}
    </>
  );
}
