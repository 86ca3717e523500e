"""What the tutorials do: read the table, make nine features, fit, and predict one row at a time."""

import csv
import json
import pathlib

import numpy
from sklearn.linear_model import LinearRegression

FOLDER = pathlib.Path(__file__).parents[2] / "model" / "house-price"
SPEC = json.loads((FOLDER / "model.json").read_text())
INPUTS = [entry["name"] for entry in SPEC["inputs"]]
COLUMNS = SPEC["training"]["columns"]


def features(row):
    values = [float(row[name]) for name in INPUTS]
    area, bedrooms, bathrooms = values[:3]
    return values + [area / bedrooms, bathrooms / bedrooms]


def read():
    number = {"yes": 1, "no": 0}
    with open(FOLDER / "training.csv", newline="") as table:
        for line in csv.DictReader(table):
            row = {name: line[COLUMNS.get(name, name)] for name in INPUTS}
            yield features({name: number.get(text, text) for name, text in row.items()}), float(line["price"])


rows, prices = zip(*read())
model = LinearRegression().fit(numpy.array(rows), numpy.array(prices))


def predict(row):
    return float(model.predict(numpy.array([features(row)]))[0])
