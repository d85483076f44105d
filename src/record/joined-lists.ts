import { type Diagnostic, diagnostic, type Path, pathKey } from '../base/index.ts';
import type { Field, ListField } from '../blueprint/index.ts';
import type { Node } from '../source/index.ts';
import { type Checked, fieldAt } from './field-at.ts';

/** A list whose items stand behind those of another, because the line with its key is gone. */
export type Joined = {
  readonly told: Diagnostic;
  /** Whether a fault at a path only follows from it. */
  readonly explains: (path: Path) => boolean;
};

/** Of a path where a list is missing: R003 where its items stand at the end of the list above it; null where they do not. */
export function joinedList(missing: Path, checked: Checked): Joined | null {
  const list = fieldAt(missing, checked).field;
  const around = missing.slice(0, -1);
  const { field: group } = fieldAt(around, checked);
  if (list?.kind !== 'list' || group?.kind !== 'group') return null;
  const above = group.fields.slice(0, group.fields.indexOf(list)).findLast(({ kind }) => kind === 'list');
  if (above?.kind !== 'list') return null;
  const home = [...around, above.name];
  const { node } = fieldAt(home, checked);
  if (node?.kind !== 'list') return null;
  const own = node.items.findLastIndex((item) => !belongs(item, list, above)) + 1;
  const first = node.items[own];
  if (own === 0 || first === undefined) return null;
  const { at } = fieldAt([...home, own], checked);
  const told = diagnostic({
    code: 'R003',
    at,
    message: `从这一条起是“${list.name}”的，上面却没有“${list.name}:”，接到“${above.name}”里去了`,
    advice: `在这一条上面补一行“${list.name}:”，和“${above.name}”对齐。`,
  });
  const key = pathKey(home);
  const explains = (path: Path): boolean =>
    pathKey(path) === pathKey(missing) ||
    (pathKey(path.slice(0, home.length)) === key && Number(path[home.length]) >= own);
  return { told, explains };
}

/** Whether an item has nothing but keys of one list, and cannot be one of another. */
function belongs(item: Node, list: ListField, other: ListField): boolean {
  if (item.kind !== 'map' || item.entries.length === 0) return false;
  const keys = item.entries.map(({ key }) => key.text);
  const isOf = (one: Field): boolean =>
    one.kind === 'group' && keys.every((key) => one.fields.some(({ name }) => name === key));
  return isOf(list.item) && !isOf(other.item);
}
