"""The same table scored the usual way: read_csv, predict, to_csv. Fitted first, as in model.py; the clock is outside."""

import sys

import numpy
import pandas

from model import model

FEATURES = [
    "area",
    "bedrooms",
    "bathrooms",
    "stories",
    "guest_rooms",
    "basement",
    "parking",
    "area_per_bedroom",
    "bb_ratio",
]

table = pandas.read_csv(sys.argv[1])
table["estimate"] = model.predict(table[FEATURES].to_numpy(dtype=numpy.float64))
table.to_csv(sys.argv[2], index=False)
