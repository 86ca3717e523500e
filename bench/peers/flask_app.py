from flask import Flask, jsonify, request

from model import predict

app = Flask(__name__)


@app.post("/predict")
def answer():
    return jsonify(estimate=predict(request.get_json()))
