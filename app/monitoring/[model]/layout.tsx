export { ModelLayout as default } from "@/components/navigation/model-layout";
