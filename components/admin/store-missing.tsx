import { useWords } from "@/components/language/use-words";
import { storeFaultInWords } from "@/components/store-words";
import type { NoStoreError, StoreAwayError } from "@/lib/store/faults";
import Link from "next/link";
import { useLocale } from "#locale";
import { LOGIN_WORDS } from "./login-words";

/** What to do where nothing can be saved. */
export function StoreMissing({ error }: { error: NoStoreError | StoreAwayError }) {
  const words = useWords(LOGIN_WORDS);
  return (
    <div className="max-w-[38rem] pt-8 lg:pt-14">
      <h1 className="text-title">{words.storeMissing}</h1>
      <p className="mt-6 text-lead">{storeFaultInWords(useLocale(), error)}</p>
      <p className="mt-6">
        {words.modelsAnswer}{" "}
        <Link href="/#all-models" className="link">
          {words.allModels}
        </Link>
      </p>
    </div>
  );
}
