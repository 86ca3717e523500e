import { mlflow } from "./protocols/mlflow/mlflow";
import { openInference } from "./protocols/open-inference/open-inference";
import type { AnyResource } from "./resource";
import { getAudit } from "./resources/audit";
import { documentOf } from "./resources/document";
import { postErase } from "./resources/erase";
import { getExport } from "./resources/export";
import { getLive, getReady } from "./resources/health";
import { getMetrics } from "./resources/metrics";
import { getModel, getModels } from "./resources/models/models";
import { getMonitoring } from "./resources/monitoring";
import { postOutcomes } from "./resources/outcomes/outcomes";
import { postPredictBatch } from "./resources/predict-batch/predict-batch";
import { postPredict } from "./resources/predict/predict";
import { getComparison } from "./resources/versions/comparison";
import { postPromote, postRollback } from "./resources/versions/decisions";
import { getProposals, postConfirm, postDecline } from "./resources/versions/proposals";
import { getVersion, getVersions, postVersion } from "./resources/versions/versions";

/** The resources that are no standard of others. */
export const own = [
  getModels,
  getModel,
  getExport,
  getMonitoring,
  postPredict,
  postPredictBatch,
  postOutcomes,
  postErase,
  getVersions,
  postVersion,
  getVersion,
  getComparison,
  postPromote,
  postRollback,
  getProposals,
  postConfirm,
  postDecline,
  getAudit,
  documentOf(() => catalogue),
  getLive,
  getReady,
];

/** Every resource of the API, in the order of its documentation. */
export const catalogue: AnyResource[] = [...own, ...openInference, ...mlflow, getMetrics];
