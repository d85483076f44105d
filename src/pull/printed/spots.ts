import type { Path } from '../../base/index.ts';
import type { GroupField, ScalarField, TreeField } from '../../blueprint/index.ts';

/** Steps of a key that stand for any item of a list and for any name of a taxonomy; no field is called so. */
const ITEM = '\u0001';
const NAME = '\u0002';
const SEPARATOR = '\u0000';

/** The place in a record that a piece of printed text belongs to, told from its likes in other rows. */
export type Spot = {
  /** The place in the record itself. */
  readonly path: Path;
  /** The same for the same column of all rows. */
  readonly key: string;
  /** The keys of the items and names it stands in, from the outside in; a name of a taxonomy ends with its own. */
  readonly levels: readonly string[];
  /** For each level the place of its item or name in the record. */
  readonly holders: readonly string[];
  /** What is printed there; null: a name of a taxonomy. */
  readonly field: ScalarField | null;
  /** The indicators that a name belongs to, and on which of their levels it stands, from 0. */
  readonly tree: TreeField | null;
  readonly depth: number;
};

/** Levels whose items stand beside each other in a row or a paragraph, which therefore cannot be more or fewer. */
export type Frozen = ReadonlySet<string>;

/** The key of what stands below a level, or below the record where `level` is empty. */
export const keyBelow = (level: string, ...names: readonly string[]): string =>
  [...(level === '' ? [] : [level]), ...names].join(SEPARATOR);

export const itemsBelow = (key: string): string => keyBelow(key, ITEM);
export const namesBelow = (key: string): string => keyBelow(key, NAME);
export const isNames = (level: string): boolean => level.endsWith(NAME);

/** The spot of a path that the form printed; null where the path leads to no text of the fields. */
export function spotOf(path: Path, root: GroupField, frozen: Frozen): Spot | null {
  const steps: string[] = [];
  const levels: string[] = [];
  const holders: string[] = [];
  const enter = (step: string, position: number, until = position + 1): void => {
    const level = [...steps, step].join(SEPARATOR);
    if (frozen.has(level)) {
      steps.push(`${step}${path[position]}`);
      return;
    }
    steps.push(step);
    levels.push(level);
    holders.push(path.slice(0, until).join(SEPARATOR));
  };
  let field: GroupField['fields'][number] = root;
  let isName = false;
  for (const [i, part] of path.entries()) {
    isName = false;
    if (field.kind === 'tree') {
      if (typeof part === 'string') {
        enter(NAME, i);
        isName = true;
        continue;
      }
      // Indicators without any name are printed as if they stood under one that is blank.
      if (!levels.at(-1)?.endsWith(NAME)) enter(NAME, i, i);
      enter(ITEM, i);
      field = field.row;
    } else if (field.kind === 'list') {
      enter(ITEM, i);
      field = field.item;
    } else if (field.kind === 'group') {
      const member: GroupField['fields'][number] | undefined = field.fields.find(({ name }) => name === part);
      if (member === undefined) return null;
      steps.push(String(part));
      field = member;
    } else return null;
  }
  const at = { path, levels, holders };
  if (field.kind === 'tree') {
    if (!isName) enter(NAME, path.length);
    const depth = levels.filter((level) => level.endsWith(NAME)).length - 1;
    return { ...at, key: steps.join(SEPARATOR), field: null, tree: field, depth };
  }
  if (field.kind === 'group' || field.kind === 'list') return null;
  return { ...at, key: steps.join(SEPARATOR), field, tree: null, depth: 0 };
}

/** The innermost of levels that stand in each other; empty where there is none. */
export const innermost = (levels: readonly string[]): string =>
  levels.reduce((longest, level) => (level.length > longest.length ? level : longest), '');

/** Whether a level stands in the items of another. */
export const isWithin = (level: string, other: string): boolean => level.startsWith(`${other}${SEPARATOR}`);
