/** A value at hand, or one to wait for: what is at hand can be used by a caller that must not wait. */
export type Soon<Value> = Value | Promise<Value>;

/** Go on with a value: at once where it is at hand. */
export function goOn<Value, Next>(value: Soon<Value>, next: (value: Value) => Soon<Next>): Soon<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}
