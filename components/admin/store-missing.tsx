import { asSentence } from "@/components/words";
import Link from "next/link";

/** What to do where nothing can be remembered. */
export function StoreMissing({ error }: { error: Error }) {
  return (
    <div className="max-w-[38rem] pt-8 lg:pt-14">
      <h1 className="text-title">Nothing can be kept</h1>
      <p className="mt-6 text-lead">{asSentence(error.message)}</p>
      <p className="mt-6">
        The models answer all the same.{" "}
        <Link href="/#all-models" className="link">
          See all models
        </Link>
      </p>
    </div>
  );
}
