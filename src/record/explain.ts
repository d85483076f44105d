import type * as z from 'zod';
import {
  addTo,
  type Diagnostic,
  diagnostic,
  flatMap,
  type Path,
  pathKey,
  unseenIn,
  withoutUnseen,
} from '../base/index.ts';
import { adviseWord, nearestWord, words } from '../blueprint/index.ts';
import { entry, placeOfPart, type Scalar } from '../source/index.ts';
import { explainMissing } from './explain-missing.ts';
import { explainKind, explainValue } from './explain-value.ts';
import { type Checked, type Found, fieldAt, isOpened } from './field-at.ts';
import { joinedList } from './joined-lists.ts';
import { type Misplaced, misplaced, tooDeep } from './misplaced.ts';
import { adviseName } from './near-names.ts';

type Issue = z.core.$ZodIssue;

/** Zod's issues in the words of the form, at the author's line. */
export function explainIssues(issues: readonly Issue[], checked: Checked): Diagnostic[] {
  const faults = flatMap(issues, (issue) => faultsOf(issue, [], checked));
  const missing = faults.filter(({ found }) => found.node === undefined);
  const joined = flatMap(missing, ({ path }) => joinedList(path, checked) ?? []);
  const others = faults.filter(({ path }) => !joined.some(({ explains }) => explains(path)));
  const misspelt = new Set(flatMap(others, (fault) => misspeltIn(fault, checked)));
  /** By the group that lacks something. */
  const lacking = new Map<string, Fault[]>();
  for (const fault of others) {
    const isMissing = fault.found.node === undefined && !misspelt.has(pathKey(fault.path));
    if (isMissing) addTo(lacking, pathKey(fault.path.slice(0, -1)), fault);
  }
  return [
    ...joined.map(({ told }) => told),
    ...flatMap([...lacking.values()], explainMissing),
    ...flatMap(others, (fault) => explain(fault, checked)),
  ];
}

/**
 * The values that issues are about, such as amounts that are no numbers; null where any of them is about something else:
 * a name, a kind, or something that is missing.
 */
export function valuesAt(issues: readonly Issue[], checked: Checked): readonly Scalar[] | null {
  const values = flatMap(issues, (issue) => faultsOf(issue, [], checked)).map(({ issue: { code }, found }) => {
    const { field, node } = found;
    if (node?.kind !== 'scalar' || field === null || isOpened(field)) return null;
    return code === 'unrecognized_keys' ? null : node;
  });
  return values.includes(null) ? null : values.filter((node) => node !== null);
}

/** An issue with its place; of a union only the branch that the author meant counts. */
type Fault = { readonly issue: Issue; readonly path: Path; readonly found: Found };

function faultsOf(issue: Issue, above: Path, checked: Checked): Fault[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const found = fieldAt(path, checked);
  if (issue.code !== 'invalid_union') return [{ issue, path, found }];
  const branch = issue.errors[found.node?.kind === 'list' ? 0 : 1] ?? [];
  return flatMap(branch, (inner) => faultsOf(inner, path, checked));
}

/** Keys that are there under a wrong name or in a wrong place, as places: they are not missing besides. */
function misspeltIn({ issue, path, found }: Fault, { root, top }: Checked): string[] {
  if (issue.code !== 'unrecognized_keys') return strays(path, found, { root, top }).map(([, home]) => pathKey(home));
  return flatMap(issue.keys, (key) => {
    const other = misplaced(key, { path, root, top });
    if (other !== null) return [other.home, other.together ?? other.home].map(pathKey);
    if (found.field?.kind !== 'group') return [];
    const name = nearestWord(key, absentNames(found));
    return name === null ? [] : pathKey([...path, name]);
  });
}

const absentNames = ({ names, node }: Found): string[] =>
  names.filter((name) => node?.kind === 'map' && !entry(node, name));

type Place = Pick<Checked, 'root' | 'top'>;

/** Keys below a field that holds one value, where each belongs to a group around it: they are indented too deep. */
function strays(path: Path, { field, node }: Found, place: Place): [Diagnostic, Path][] {
  if (node?.kind !== 'map' || field === null || isOpened(field)) return [];
  const found = flatMap(node.entries, ({ key }): [Diagnostic, Path][] => {
    const home = tooDeep(key.text, { path: [...path, key.text], ...place });
    if (home === null) return [];
    const message = `“${path.at(-1)}”下面没有“${key.text}”这一项`;
    return [[diagnostic({ code: 'R002', at: key.span, message, advice: home.advice }), home.home]];
  });
  return found.length === node.entries.length ? found : [];
}

/** What is told of a fault by itself: what is missing is told with all that its group lacks. */
function explain({ issue, path, found }: Fault, checked: Checked): Diagnostic[] {
  const { node } = found;
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, { ...found, checked });
  if (node === undefined) return [];
  const stray = strays(path, found, checked);
  if (stray.length > 0) return stray.map(([told]) => told);
  return [issue.code === 'invalid_type' ? explainKind(path, found, node) : explainValue(path, found, node)];
}

type Asked = Found & { readonly checked: Checked };

/** Keys that do not belong where they stand; those that belong to the same are told with the first of them. */
function unknownKeys(keys: readonly string[], path: Path, found: Asked): Diagnostic[] {
  const { root, top } = found.checked;
  const others = keys.map((key) => misplaced(key, { path, root, top }));
  const groups = others.map((other) => (other?.together === undefined ? null : pathKey(other.together)));
  return flatMap(keys, (key, i) => {
    const group = groups[i] ?? null;
    if (group !== null && groups.indexOf(group) < i) return [];
    const other = others[i] ?? null;
    const more = other?.isAlike === true ? groups.filter((one) => one === group).length - 1 : 0;
    const told = unknownKey(key, path, found, other);
    return [more === 0 ? told : { ...told, advice: `${told.advice}下面还有 ${more} 项也是。` }];
  });
}

function unknownKey(key: string, path: Path, found: Asked, other: Misplaced | null): Diagnostic {
  const { field, level, node, at, names } = found;
  const map = node?.kind === 'map' ? node : null;
  const typed = map === null ? undefined : entry(map, key)?.key;
  const unseen = unseenIn(key);
  const place = typed === undefined ? at : unseen === null ? typed.span : placeOfPart(typed, unseen);
  const shown = unseen === null ? `“${key}”` : `“${withoutUnseen(key)}”（里面有看不见的字符 ${unseen.name}）`;
  if (other !== null && other.isName === undefined)
    return diagnostic({ code: 'R002', at: place, message: `这里没有“${key}”这一项`, advice: other.advice });
  if (field?.kind !== 'tree') {
    const absent = absentNames(found);
    const accept = nearestWord(key, [words.record.accept]);
    const reserved = [...(accept === null ? [] : [accept]), ...(path.length === 0 ? [words.record.layout] : [])];
    const others = absent.length === 0 ? '删去它。' : `删去它，或改成还没有写的：${absent.join('、')}。`;
    const advice = adviseWord(key, [...absent, ...reserved], others);
    return diagnostic({ code: 'R002', at: place, message: `这里没有${shown}这一项`, advice });
  }
  const above = String(path.at(-1));
  const message =
    level === 0 ? `${shown}不是“${field.taxonomy.name}”体系的一级名称` : `“${above}”下面不能有${shown}这个名称`;
  const advice = other?.advice ?? adviseName(key, names, field.taxonomy);
  return diagnostic({ code: level === 0 ? 'T1' : 'T2', at: place, message, advice });
}
