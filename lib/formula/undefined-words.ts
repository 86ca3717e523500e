import { catalogue } from "../language/locale";

/** Why a formula has no value: what a part of it would have to be. */
export const UNDEFINED_WORDS = catalogue({
  en: {
    number: (part: string) => `${part} must be a number`,
    aboveZero: (part: string) => `${part} must be greater than 0`,
    aboveMinusOne: (part: string) => `${part} must be greater than \u22121`,
    date: (part: string) => `${part} must be a date of the years 1 to 9999`,
    notBelowZero: (part: string) => `${part} must be at least 0`,
    notZero: (part: string) => `${part} must not be 0`,
    small: (part: string) => `${part} must be small enough to compute`,
  },
  de: {
    number: (part) => `${part} muss eine Zahl sein`,
    aboveZero: (part) => `${part} muss größer als 0 sein`,
    aboveMinusOne: (part) => `${part} muss größer als \u22121 sein`,
    date: (part) => `${part} muss ein Datum der Jahre 1 bis 9999 sein`,
    notBelowZero: (part) => `${part} muss mindestens 0 sein`,
    notZero: (part) => `${part} darf nicht 0 sein`,
    small: (part) => `${part} muss kleiner sein, damit sich damit rechnen lässt`,
  },
});
