import { mlflow } from "./protocols/mlflow/mlflow";
import { openInference } from "./protocols/open-inference/open-inference";
import type { AnyResource } from "./resource";
import { getAudit } from "./resources/audit";
import { documentOf } from "./resources/document";
import { postErase } from "./resources/erase";
import { postDraft } from "./resources/drafts/create";
import { getDraft, getDrafts, patchDraft, postCancel, postTrain, removeDraft } from "./resources/drafts/drafts";
import { postDraftPredict, postDraftPublish } from "./resources/drafts/use";
import { getExport } from "./resources/export";
import { getLive, getReady } from "./resources/health";
import { getMetrics } from "./resources/metrics";
import { getModel, getModels } from "./resources/models/models";
import { getMonitoring } from "./resources/monitoring";
import { postOutcomes } from "./resources/outcomes/outcomes";
import { postPredictBatch } from "./resources/predict-batch/predict-batch";
import { postPredict } from "./resources/predict/predict";
import { postRetrain } from "./resources/retrain";
import { getComparison } from "./resources/versions/comparison";
import { postPromote, postRollback } from "./resources/versions/decisions";
import { deleteModel, deleteVersion } from "./resources/versions/deletion";
import { getProposals, postConfirm, postDecline, postWithdraw } from "./resources/versions/proposals";
import { getVersion, getVersions, postVersion } from "./resources/versions/versions";

/** The resources that are no standard of others. */
export const own = [
  getModels,
  getModel,
  deleteModel,
  getExport,
  getMonitoring,
  postPredict,
  postPredictBatch,
  postOutcomes,
  postErase,
  getVersions,
  postVersion,
  getVersion,
  deleteVersion,
  getComparison,
  postPromote,
  postRollback,
  postRetrain,
  postDraft,
  getDrafts,
  getDraft,
  patchDraft,
  removeDraft,
  postTrain,
  postCancel,
  postDraftPredict,
  postDraftPublish,
  getProposals,
  postConfirm,
  postDecline,
  postWithdraw,
  getAudit,
  documentOf(() => catalogue),
  getLive,
  getReady,
];

/** Every resource of the API, in the order of its documentation. */
export const catalogue: AnyResource[] = [...own, ...openInference, ...mlflow, getMetrics];
