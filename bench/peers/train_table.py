"""The same model trained the usual way: read_csv, fit. Prints the coefficients; the clock is outside."""

import sys

import pandas
from sklearn.linear_model import LinearRegression

table = pandas.read_csv(sys.argv[1])
model = LinearRegression().fit(table.drop(columns="price").to_numpy(dtype=float), table["price"].to_numpy(dtype=float))
print([float(model.intercept_), *map(float, model.coef_)])
