import { ImportPage } from "@/components/import/import-page";
import type { Metadata } from "next";

export const metadata: Metadata = {
  title: "Turn a fitted model into a form and an API",
  description:
    "Read a fitted model (pickle, joblib, ONNX, PMML) in your browser, without running it: what it is, and how to publish it.",
};

export default function Page() {
  return <ImportPage />;
}
