import { asSentence } from "@/components/words";

/** What to do where nothing can be remembered. */
export function StoreMissing({ error }: { error: Error }) {
  return (
    <div className="max-w-[38rem] pt-8 lg:pt-14">
      <h1 className="text-title">Nothing can be kept</h1>
      <p className="mt-6 text-lead">{asSentence(error.message)}</p>
    </div>
  );
}
