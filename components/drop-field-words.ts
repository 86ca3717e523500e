import { catalogue } from "@/lib/language/locale";

export const DROP_FIELD_WORDS = catalogue({
  en: {
    drop: "or drop it here",
    leaveOut: "Leave out",
    leaveOutFile: (file: string) => `Leave out ${file}`,
  },
  de: {
    drop: "oder hierher ziehen",
    leaveOut: "Weglassen",
    leaveOutFile: (file) => `${file} weglassen`,
  },
});
