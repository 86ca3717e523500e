/** What a flat costs, but for some noise that is the same each time. */
export function priceOf({ area, rooms, heating }: { area: number; rooms: number; heating: string }, row: number) {
  return 900 * area + 5000 * rooms + (heating === "gas" ? 8000 : 0) + ((row * 7919) % 997) * 20;
}

/** A flat of a row, with another area, and other rooms, in the next rows. */
export const flatOf = (row: number) => ({
  area: 40 + ((row * 37) % 83),
  rooms: 1 + ((row * 7) % 4),
  heating: ["gas", "oil", "wood"][row % 3]!,
});

/** A table of flats with their price. */
export function flats(rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, row) => {
    const flat = flatOf(row);
    return [flat.area, flat.rooms, flat.heating, priceOf(flat, row)].join(",");
  });
  return Buffer.from(["Living area,rooms,heating,price", ...lines].join("\n"));
}
