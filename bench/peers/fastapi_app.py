from fastapi import FastAPI
from pydantic import BaseModel

from model import predict

app = FastAPI()


class House(BaseModel):
    area: float
    bedrooms: int
    bathrooms: int
    stories: int
    guest_rooms: bool
    basement: bool
    parking: int


@app.post("/predict")
async def answer(house: House):
    return {"estimate": predict(house.dict())}
