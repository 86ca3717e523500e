import { catalogue } from "@/lib/language/locale";

export const DROP_WORDS = catalogue({
  en: { drop: "or drop it here", leaveOut: "Leave out", leaveOutFile: (name: string) => `Leave out ${name}` },
  de: { drop: "oder hier ablegen", leaveOut: "Weglassen", leaveOutFile: (name) => `${name} weglassen` },
});
