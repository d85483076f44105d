/** Takes things in any order, and passes them on in the order of their places as soon as it can. */
export function inOrder<T>(pass: (one: T) => void): (place: number, one: T) => void {
  const waiting = new Map<number, T>();
  let next = 0;
  return (place, one) => {
    waiting.set(place, one);
    for (let due = waiting.get(next); due !== undefined; due = waiting.get(next)) {
      waiting.delete(next);
      next += 1;
      pass(due);
    }
  };
}
