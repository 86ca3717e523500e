export * from "@/app/api/[[...path]]/route";
