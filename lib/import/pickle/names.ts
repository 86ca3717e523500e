import { ImportError } from "../import-error";
import type { PyGlobal } from "./nodes";

/*
 * Which names a file may hold. Nothing of them is ever called: the list is there so that a file which is something else
 * than a fitted model is refused by what it names, and so that nobody takes "was read" for "is harmless in Python".
 */

/** Modules whose classes hold what an answer needs, with the classes; names of releases 0.18 to today's. */
const ESTIMATORS: Record<string, string[]> = {
  linear_model:
    "LinearRegression Ridge RidgeCV _RidgeGCV _IdentityRegressor Lasso LassoCV ElasticNet ElasticNetCV Lars LarsCV LassoLars LassoLarsCV LassoLarsIC OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV BayesianRidge ARDRegression HuberRegressor TheilSenRegressor RANSACRegressor SGDRegressor PassiveAggressiveRegressor TweedieRegressor PoissonRegressor GammaRegressor QuantileRegressor LogisticRegression LogisticRegressionCV SGDClassifier Perceptron RidgeClassifier RidgeClassifierCV MultiTaskLasso MultiTaskElasticNet GeneralizedLinearRegressor".split(
      " ",
    ),
  svm: "LinearSVR SVR NuSVR SVC LinearSVC NuSVC".split(" "),
  cross_decomposition: "PLSRegression PLSCanonical CCA".split(" "),
  pipeline: "Pipeline FeatureUnion".split(" "),
  compose: "ColumnTransformer TransformedTargetRegressor _RemainderColsList make_column_selector".split(" "),
  preprocessing:
    "StandardScaler MinMaxScaler MaxAbsScaler RobustScaler PowerTransformer QuantileTransformer OneHotEncoder OrdinalEncoder LabelEncoder LabelBinarizer TargetEncoder PolynomialFeatures FunctionTransformer Imputer Binarizer Normalizer KBinsDiscretizer SplineTransformer _FunctionTransformer".split(
      " ",
    ),
  impute: "SimpleImputer MissingIndicator KNNImputer IterativeImputer".split(" "),
  feature_selection:
    "VarianceThreshold SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe SelectFromModel RFE RFECV GenericUnivariateSelect SequentialFeatureSelector f_regression mutual_info_regression f_classif chi2 r_regression".split(
      " ",
    ),
  feature_extraction: "DictVectorizer FeatureHasher".split(" "),
  model_selection: "GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV KFold StratifiedKFold ShuffleSplit RepeatedKFold TimeSeriesSplit GroupKFold LeaveOneOut".split(" "),
  tree: "DecisionTreeRegressor DecisionTreeClassifier ExtraTreeRegressor ExtraTreeClassifier Tree".split(" "),
  ensemble:
    "RandomForestRegressor RandomForestClassifier ExtraTreesRegressor ExtraTreesClassifier GradientBoostingRegressor GradientBoostingClassifier HistGradientBoostingRegressor HistGradientBoostingClassifier AdaBoostRegressor AdaBoostClassifier BaggingRegressor BaggingClassifier StackingRegressor VotingRegressor VotingClassifier IsolationForest".split(
      " ",
    ),
  neighbors: "KNeighborsRegressor KNeighborsClassifier RadiusNeighborsRegressor KDTree BallTree".split(" "),
  neural_network: "MLPRegressor MLPClassifier".split(" "),
  gaussian_process: "GaussianProcessRegressor".split(" "),
  kernel_ridge: "KernelRidge".split(" "),
  isotonic: "IsotonicRegression".split(" "),
  dummy: "DummyRegressor DummyClassifier".split(" "),
  decomposition: "PCA TruncatedSVD".split(" "),
};

export const KNOWN_ESTIMATORS = ESTIMATORS;

export function unknownName({ path }: PyGlobal): ImportError {
  const shown = path.replace(/[^\w.]/g, "?").slice(0, 120);
  return new ImportError(`the file names ${shown}, which no linear model needs; it was not run`);
}
