/** Adds one to the list that a map has at a key; the first of a key begins its list. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, one: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}
