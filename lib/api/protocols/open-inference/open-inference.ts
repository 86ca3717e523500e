import type { AnyResource } from "../../resource";
import { postInfer } from "./infer";
import { getModelMetadata, getModelReady } from "./model";
import { getServer, getServerLive, getServerReady } from "./server";

/** The Open Inference Protocol, version 2, of KServe, Triton and others. */
export const openInference: AnyResource[] = [
  getServer,
  getServerLive,
  getServerReady,
  ...getModelMetadata,
  ...getModelReady,
  ...postInfer,
];
