import { ImportError } from "./import-error";

const SAVE_UNPACKED = "save it again with joblib.dump(model, 'model.joblib'), without compress, or with pickle.dump";

/** First bytes of what is given for a pickle and is none, and what to do. The first that fits counts. */
export const NOT_PICKLES: { starts: readonly number[][]; is: string; instead: string }[] = [
  { starts: [[0x04, 0x22, 0x4d, 0x18]], is: "a compressed file (lz4)", instead: SAVE_UNPACKED },
  {
    starts: [text("PK")],
    is: "a zip archive, such as PyTorch and Excel write",
    instead: "give the file of the model that is in it",
  },
  {
    starts: [[0x89, ...text("HDF")]],
    is: "an HDF5 file, such as Keras writes for neural networks",
    instead: "only linear models can be read",
  },
  { starts: [[0x93, ...text("NUMPY")]], is: "a numpy array", instead: "give the file of the fitted model" },
  {
    starts: [text("version https://git-lfs")],
    is: "a pointer of Git LFS instead of the file",
    instead: "fetch the file itself with git lfs pull",
  },
  { starts: [text("<?xml")], is: "an XML file that is not PMML", instead: "give the file of the fitted model" },
  { starts: [text("<!"), text("<html")], is: "a web page", instead: "download the raw file itself" },
  {
    starts: ["import ", "from ", "#", "def ", "class "].map(text),
    is: "Python source code",
    instead: "run it and give the file that it saves",
  },
];

function text(letters: string): number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0));
}

/** @throws ImportError for bytes that begin like no pickle, saying what they are */
export function checkContainer(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ImportError("the file is empty; save the model again");
  const found = NOT_PICKLES.find(({ starts }) =>
    starts.some((start) => start.every((byte, index) => bytes[index] === byte)),
  );
  if (found) throw new ImportError(`the file is ${found.is}; ${found.instead}`);
}
