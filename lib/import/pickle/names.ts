import { FROM_TABLE, ImportError } from "../import-error";
import type { PyGlobal } from "./nodes";

/*
 * Which names a file may hold. Nothing of them is ever called. The list is there so that a file which is something else
 * than a fitted model is refused by what it names, and so that nobody takes "was read here" for "is harmless in Python".
 */

const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** Classes of scikit-learn that are read, by the package they are in, whatever the module is called there. */
const READ: Record<string, string[]> = {
  linear_model: words(`LinearRegression Ridge RidgeCV Lasso LassoCV ElasticNet ElasticNetCV Lars LarsCV LassoLars
    LassoLarsCV LassoLarsIC OrthogonalMatchingPursuit OrthogonalMatchingPursuitCV BayesianRidge ARDRegression
    HuberRegressor TheilSenRegressor RANSACRegressor SGDRegressor PassiveAggressiveRegressor TweedieRegressor
    PoissonRegressor GammaRegressor QuantileRegressor`),
  svm: ["LinearSVR"],
  cross_decomposition: ["PLSRegression"],
  pipeline: ["Pipeline", "FeatureUnion"],
  compose: ["ColumnTransformer", "TransformedTargetRegressor"],
  preprocessing: words(`StandardScaler MinMaxScaler MaxAbsScaler RobustScaler PowerTransformer OneHotEncoder
    OrdinalEncoder TargetEncoder PolynomialFeatures FunctionTransformer Imputer`),
  impute: ["SimpleImputer"],
  feature_selection: words(`VarianceThreshold SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe
    GenericUnivariateSelect SelectFromModel SequentialFeatureSelector RFE RFECV`),
  feature_extraction: ["DictVectorizer"],
  model_selection: words("GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV"),
};

/** Classes of scikit-learn that are known for what they are, and refused by it. */
const REFUSED: Record<string, string[]> = {
  tree: words("DecisionTreeRegressor DecisionTreeClassifier ExtraTreeRegressor ExtraTreeClassifier Tree"),
  ensemble: words(`RandomForestRegressor RandomForestClassifier ExtraTreesRegressor ExtraTreesClassifier
    GradientBoostingRegressor GradientBoostingClassifier HistGradientBoostingRegressor HistGradientBoostingClassifier
    AdaBoostRegressor AdaBoostClassifier BaggingRegressor BaggingClassifier StackingRegressor VotingRegressor
    VotingClassifier IsolationForest`),
  neighbors: words("KNeighborsRegressor KNeighborsClassifier RadiusNeighborsRegressor"),
  neural_network: ["MLPRegressor", "MLPClassifier"],
  gaussian_process: ["GaussianProcessRegressor"],
  kernel_ridge: ["KernelRidge"],
  isotonic: ["IsotonicRegression"],
  dummy: ["DummyRegressor", "DummyClassifier"],
  svm: words("SVR NuSVR SVC NuSVC LinearSVC"),
  linear_model: words(`LogisticRegression LogisticRegressionCV SGDClassifier Perceptron RidgeClassifier
    RidgeClassifierCV PassiveAggressiveClassifier MultiTaskLasso MultiTaskElasticNet`),
  naive_bayes: words("GaussianNB MultinomialNB BernoulliNB"),
  cluster: ["KMeans"],
  decomposition: ["PCA", "TruncatedSVD"],
  preprocessing: words(`QuantileTransformer KBinsDiscretizer SplineTransformer Normalizer Binarizer LabelBinarizer
    MultiLabelBinarizer LabelEncoder`),
  impute: ["KNNImputer", "IterativeImputer", "MissingIndicator"],
  feature_extraction: words("FeatureHasher CountVectorizer TfidfVectorizer TfidfTransformer"),
};

/** Names that fitted estimators carry and no answer needs, by the beginning of the module. */
const CARRIED: [module: RegExp, names: RegExp][] = [
  [
    /^(builtins|__builtin__)$/,
    /^(object|list|tuple|dict|set|frozenset|int|float|str|unicode|bool|bytes|bytearray|complex|slice|range|xrange)$/,
  ],
  [/^(copyreg|copy_reg)$/, /^_reconstructor$/],
  [/^_codecs$/, /^encode$/],
  [/^collections$/, /^(OrderedDict|defaultdict|Counter)$/],
  [
    /^numpy$/,
    /^(ndarray|dtype|matrix|float64|float32|float16|int64|int32|int16|int8|uint8|uint16|uint32|uint64|bool_|bool|str_|object_|nan|longlong|intc)$/,
  ],
  [
    /^numpy(\._?core(\.[a-z_]+)?)?$/,
    /^(_reconstruct|scalar|_frombuffer|_ufunc_reconstruct|log|log1p|log2|log10|exp|expm1|sqrt|square|cbrt|abs|absolute|negative|reciprocal)$/,
  ],
  [
    /^numpy\.random(\.[a-z_0-9]+)?$/,
    /^(RandomState|Generator|MT19937|PCG64|Philox|SFC64|SeedSequence|__RandomState_ctor|__randomstate_ctor|__generator_ctor|__bit_generator_ctor|__pyx_unpickle_SeedSequence)$/,
  ],
  [/^numpy\.ma(\.core)?$/, /^(MaskedArray|_mareconstruct|MaskedConstant)$/],
  [
    /^(joblib|sklearn\.externals\.joblib)\.numpy_pickle(_compat)?$/,
    /^(NumpyArrayWrapper|NDArrayWrapper|ZNDArrayWrapper)$/,
  ],
  [
    /^sklearn\.utils(\.[a-z_]+)?$/,
    /^(Bunch|DeprecationDict|deprecated|MetadataRequest|MethodMetadataRequest|MetadataRouter)$/,
  ],
  [/^(builtins|exceptions)$/, /^(FutureWarning|DeprecationWarning|UserWarning)$/],
  [
    /^sklearn\.metrics(\.[a-z_]+)*$/,
    /^(_PredictScorer|_Scorer|_PassthroughScorer|_ThresholdScorer|_passthrough_scorer|r2_score|mean_squared_error|mean_absolute_error|median_absolute_error|explained_variance_score|max_error|root_mean_squared_error|mean_absolute_percentage_error|mean_squared_log_error|mean_poisson_deviance|mean_gamma_deviance)$/,
  ],
  [
    /^sklearn\.linear_model\.(_?sgd_fast|_?ridge|_?base|_?glm(\.[a-z_]+)*)$/,
    /^(SquaredLoss|Huber|EpsilonInsensitive|SquaredEpsilonInsensitive|Hinge|SquaredHinge|Log|ModifiedHuber|_RidgeGCV|_IdentityRegressor|_IdentityClassifier|LinearModelLoss|_GeneralizedLinearRegressor|GeneralizedLinearRegressor)$/,
  ],
  [
    /^sklearn\._loss(\.[a-z_]+)*$/,
    /^(Cy)?(HalfSquaredError|HalfPoissonLoss|HalfGammaLoss|HalfTweedieLoss|HalfTweedieLossIdentity|AbsoluteError|PinballLoss|HuberLoss|SquaredLoss|Huber|EpsilonInsensitive|SquaredEpsilonInsensitive|IdentityLink|LogLink|LogitLink|Interval|NormalDistribution|PoissonDistribution|GammaDistribution|TweedieDistribution|InverseGaussianDistribution|__pyx_unpickle_\w+)$/,
  ],
  [
    /^sklearn\.model_selection(\.[a-z_]+)?$/,
    /^(KFold|StratifiedKFold|ShuffleSplit|RepeatedKFold|TimeSeriesSplit|GroupKFold|LeaveOneOut|ParameterGrid|ParameterSampler)$/,
  ],
  [/^sklearn\.feature_selection(\.[a-z_]+)?$/, /^(f_regression|mutual_info_regression|f_classif|chi2|r_regression)$/],
  [/^sklearn\.compose(\.[a-z_]+)?$/, /^(_RemainderColsList|make_column_selector)$/],
  [/^sklearn\.(neighbors|metrics)\._(kd_tree|ball_tree|dist_metrics)$/, /^$/],
  [
    /^scipy\.stats(\.[a-z_]+)?$/,
    /^(rv_frozen|rv_continuous_frozen|rv_discrete_frozen|uniform_gen|reciprocal_gen|loguniform_gen|randint_gen|norm_gen|expon_gen)$/,
  ],
  [/^scipy\.sparse(\.[a-z_]+)?$/, /^(csr_matrix|csc_matrix|coo_matrix|csr_array|csc_array)$/],
  [
    /^pandas(\.[a-z_]+)*$/,
    /^(Index|RangeIndex|Int64Index|Float64Index|_new_Index|new_Index|Series|DataFrame|BlockManager|SingleBlockManager|_unpickle_block|new_block|_new_block|StringDtype|CategoricalDtype|Categorical|StringArray|ArrowStringArray|NumpyExtensionArray|PandasArray|ObjectStringArrayMixin|NDArrayBacked|__pyx_unpickle_NDArrayBacked|_unpickle_array)$/,
  ],
];

/** Results of statsmodels that are read, with what they hold. */
const RESULTS: [module: RegExp, names: RegExp][] = [
  [
    /^statsmodels\.regression\.linear_model$/,
    /^(RegressionResultsWrapper|RegressionResults|OLSResults|OLS|WLS|GLS|GLSAR)$/,
  ],
  [/^statsmodels\.genmod\.generalized_linear_model$/, /^(GLMResultsWrapper|GLMResults|GLM)$/],
  [/^statsmodels\.robust\.robust_linear_model$/, /^(RLMResultsWrapper|RLMResults|RLM)$/],
  [/^statsmodels\.robust\.(norms|scale)$/, /^[A-Z]\w{1,30}$/],
  [/^statsmodels\.base\.data$/, /^(ModelData|PandasData|PatsyData)$/],
  [
    /^statsmodels\.genmod\.families\.family$/,
    /^(Gaussian|Poisson|Gamma|Tweedie|InverseGaussian|NegativeBinomial|Binomial)$/,
  ],
  [/^statsmodels\.genmod\.families\.(links|varfuncs)$/, /^[A-Za-z]\w{1,30}$/],
];

/** Libraries whose models are no linear ones, and what these are. */
const STRANGERS: [module: RegExp, what: string][] = [
  [/^xgboost(\.|$)/, "boosted trees of XGBoost"],
  [/^lightgbm(\.|$)/, "boosted trees of LightGBM"],
  [/^catboost(\.|$)|^_catboost$/, "boosted trees of CatBoost"],
  [/^(tensorflow|keras|tf_keras)(\.|$)/, "a neural network of TensorFlow"],
  [/^torch(\.|$)|^torchvision/, "a neural network of PyTorch"],
  [/^(prophet|fbprophet)(\.|$)/, "a time series model of Prophet"],
  [/^pmdarima(\.|$)/, "a time series model of pmdarima"],
  [
    /^(statsmodels|patsy)(\.|$)/,
    "a result of statsmodels that is not a linear model, or that contains a formula object",
  ],
  [/^(cloudpickle|dill)(\.|$)/, "code of its own, written by cloudpickle or dill"],
  [/^autosklearn|^tpot|^pycaret|^h2o/, "a model of an AutoML library"],
];

export type Standing = "read" | "refused" | "carried";

/** What a name is to us. @throws ImportError for one that no fitted linear model has */
export function standingOf(global: PyGlobal): Standing {
  const { module, name } = global;
  const family = familyOf(global);
  if (family !== undefined) return READ[family]?.includes(name) ? "read" : "refused";
  if (CARRIED.some(([modules, names]) => modules.test(module) && names.test(name))) return "carried";
  if (RESULTS.some(([modules, names]) => modules.test(module) && names.test(name))) return "read";
  const stranger = STRANGERS.find(([modules]) => modules.test(module));
  if (stranger) throw new ImportError(`the file contains ${stranger[1]}, which cannot be read here; ${FROM_TABLE}`);
  throw new ImportError(`the file names ${shown(global)}, which no linear model needs; it was not run`);
}

/** The package of scikit-learn of an estimator that is known, read or refused; undefined for any other name. */
export function familyOf({ module, name }: PyGlobal): string | undefined {
  const [library, family = ""] = module.split(".");
  if (library !== "sklearn" || !/^sklearn(\.[a-z_0-9]+){1,3}$/.test(module)) return undefined;
  const isKnown = [READ, REFUSED].some((table) => Object.hasOwn(table, family) && table[family]!.includes(name));
  return isKnown ? family : undefined;
}

function shown({ path }: PyGlobal): string {
  return path.replace(/[^\w.]/g, "?").slice(0, 120);
}

/** The classes that are read, by the package of scikit-learn, for documents. */
export const READ_CLASSES: Readonly<Record<string, readonly string[]>> = READ;

/** The classes that are refused by what they are, and the models of other libraries. */
export const REFUSED_CLASSES: Readonly<Record<string, readonly string[]>> = REFUSED;
export const STRANGE_LIBRARIES: readonly string[] = STRANGERS.map(([, what]) => what);
