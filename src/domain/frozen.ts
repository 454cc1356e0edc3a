// The knowledge is shared by every turn of the process; nobody may change it.

/** Freezes the value and all that it holds, the values of maps among it. */
export function deepFreeze<T>(value: T): T {
  if (value instanceof Map) value.forEach(deepFreeze);
  else if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
