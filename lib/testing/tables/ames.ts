import { draw, round, rowsOf, toCsv } from "./draw";

/** Quality in words, which tables of this shape leave NA where there is none. */
const QUALITY = ["TA", "Gd", "Ex", "Fa", "Po"];
const CATEGORIES: Record<string, readonly string[]> = {
  MSZoning: ["RL", "RM", "FV", "RH", "C (all)"],
  Street: ["Pave", "Grvl"],
  LotShape: ["Reg", "IR1", "IR2", "IR3"],
  LandContour: ["Lvl", "Bnk", "HLS", "Low"],
  LotConfig: ["Inside", "Corner", "CulDSac", "FR2"],
  LandSlope: ["Gtl", "Mod", "Sev"],
  Neighborhood: [
    "NAmes",
    "CollgCr",
    "OldTown",
    "Edwards",
    "Somerst",
    "Gilbert",
    "NridgHt",
    "Sawyer",
    "NWAmes",
    "SawyerW",
  ],
  Condition1: ["Norm", "Feedr", "Artery", "RRAn"],
  BldgType: ["1Fam", "TwnhsE", "Duplex", "Twnhs", "2fmCon"],
  HouseStyle: ["1Story", "2Story", "1.5Fin", "SLvl", "SFoyer"],
  RoofStyle: ["Gable", "Hip", "Flat"],
  Exterior1st: ["VinylSd", "HdBoard", "MetalSd", "Wd Sdng", "Plywood"],
  ExterQual: ["TA", "Gd", "Ex", "Fa"],
  ExterCond: ["TA", "Gd", "Fa"],
  Foundation: ["PConc", "CBlock", "BrkTil", "Slab"],
  Heating: ["GasA", "GasW", "Grav"],
  HeatingQC: QUALITY,
  CentralAir: ["Y", "N"],
  Electrical: ["SBrkr", "FuseA", "FuseF"],
  KitchenQual: ["TA", "Gd", "Ex", "Fa"],
  Functional: ["Typ", "Min2", "Min1", "Mod"],
  PavedDrive: ["Y", "N", "P"],
  SaleType: ["WD", "New", "COD"],
  SaleCondition: ["Normal", "Partial", "Abnorml", "Family"],
};
const COUNTS: Record<string, readonly [number, number]> = {
  OverallCond: [3, 9],
  BsmtFullBath: [0, 2],
  BsmtHalfBath: [0, 1],
  FullBath: [1, 3],
  HalfBath: [0, 2],
  BedroomAbvGr: [1, 6],
  KitchenAbvGr: [1, 2],
  TotRmsAbvGrd: [3, 12],
  Fireplaces: [0, 3],
  MoSold: [1, 12],
};
const AREAS = [
  "LotArea",
  "MasVnrArea",
  "WoodDeckSF",
  "OpenPorchSF",
  "EnclosedPorch",
  "ScreenPorch",
  "MiscVal",
  "LowQualFinSF",
];

/** In the shape of a tutorial's table of houses in Ames: over 60 inputs, NA where a house has no garage, basement or alley. */
export function ames(rows = 1_460): string {
  const { whole, normal, pick, chance } = draw(5);
  return toCsv(
    rowsOf(rows, (row) => {
      const [garage, basement] = [chance(0.945), chance(0.975)];
      const [first, second, quality] = [whole(400, 2_200), chance(0.45) ? whole(300, 1_200) : 0, whole(3, 10)];
      const [finished, unfinished] = [basement ? whole(0, 1_200) : 0, basement ? whole(0, 900) : 0];
      const built = whole(1890, 2010);
      const logPrice = 10.6 + 0.00035 * (first + second) + 0.1 * quality + 0.003 * (built - 1970) + normal(0, 0.12);
      const of = (is: boolean, text: string | number) => (is ? text : "NA");
      return {
        Id: row + 1,
        MSSubClass: pick([20, 60, 50, 120, 30, 160], 1.5),
        LotFrontage: chance(0.18) ? "NA" : Math.max(21, round(normal(70, 22))),
        ...Object.fromEntries(Object.entries(CATEGORIES).map(([name, levels]) => [name, pick(levels, 2)])),
        Utilities: row === 944 ? "NoSeWa" : "AllPub",
        Alley: chance(0.93) ? "NA" : pick(["Grvl", "Pave"]),
        ...Object.fromEntries(Object.entries(COUNTS).map(([name, [from, to]]) => [name, whole(from, to)])),
        ...Object.fromEntries(AREAS.map((name) => [name, chance(0.5) ? 0 : whole(20, 900)])),
        OverallQual: quality,
        YearBuilt: built,
        YearRemodAdd: Math.min(2010, built + whole(0, 60)),
        BsmtQual: of(basement, pick(QUALITY, 2)),
        BsmtExposure: of(basement, pick(["No", "Av", "Gd", "Mn"], 1.5)),
        BsmtFinSF1: finished,
        BsmtUnfSF: unfinished,
        TotalBsmtSF: finished + unfinished,
        "1stFlrSF": first,
        "2ndFlrSF": second,
        GrLivArea: first + second,
        FireplaceQu: chance(0.47) ? "NA" : pick(QUALITY, 2),
        GarageType: of(garage, pick(["Attchd", "Detchd", "BuiltIn"], 1.5)),
        GarageYrBlt: of(garage, Math.min(2010, built + whole(0, 20))),
        GarageFinish: of(garage, pick(["Unf", "RFn", "Fin"])),
        GarageCars: garage ? whole(1, 4) : 0,
        GarageQual: of(garage, pick(QUALITY, 3)),
        PoolQC: row % 300 === 7 ? "Gd" : "NA",
        Fence: chance(0.8) ? "NA" : pick(["MnPrv", "GdPrv", "GdWo"]),
        YrSold: whole(2006, 2010),
        SalePrice: round(Math.exp(logPrice), -2),
      };
    }),
  );
}
