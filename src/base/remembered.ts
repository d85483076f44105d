/** A function that makes something of each thing it is given, and gives back the same when it is given it again. */
export function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const all = new Map<Key, Made>();
  return (key) => {
    if (!all.has(key)) all.set(key, make(key));
    return all.get(key) as Made;
  };
}
