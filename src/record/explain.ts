import type * as z from 'zod';
import { type Diagnostic, diagnostic, type Path, type Span } from '../base/index.ts';
import { adviseWord, type GroupField, nearestWord, type TreeField } from '../blueprint/index.ts';
import { entry, type Mapping } from '../source/index.ts';
import { explainMissing } from './explain-missing.ts';
import { explainKind, explainValue } from './explain-value.ts';
import { type Found, fieldAt } from './field-at.ts';

type Issue = z.core.$ZodIssue;

/** What a record is checked against; `at` is where it names its form. */
export type Checked = { readonly root: GroupField; readonly top: Mapping; readonly at: Span };

type Explained = Checked & { readonly misspelt: ReadonlySet<string> };

/** Zod's issues in the words of the form, at the author's line. */
export function explainIssues(issues: readonly Issue[], checked: Checked): Diagnostic[] {
  const misspelt = new Set(issues.flatMap((issue) => misspeltIn(issue, [], checked)));
  return issues.flatMap((issue) => explain(issue, [], { ...checked, misspelt }));
}

/** Keys that are there under a wrong name, as places: they are not missing besides. */
function misspeltIn(issue: Issue, above: Path, checked: Checked): string[] {
  const path = pathOf(issue, above);
  const { field, node } = fieldAt(path, checked);
  if (issue.code === 'invalid_union') {
    return (issue.errors[node?.kind === 'list' ? 0 : 1] ?? []).flatMap((inner) => misspeltIn(inner, path, checked));
  }
  if (issue.code !== 'unrecognized_keys' || field?.kind !== 'group' || node?.kind !== 'map') return [];
  const absent = field.fields.map(({ name }) => name).filter((name) => !entry(node, name));
  return issue.keys.flatMap((key) => {
    const name = nearestWord(key, absent);
    return name === null ? [] : JSON.stringify([...path, name]);
  });
}

const pathOf = (issue: Issue, above: Path): Path => [
  ...above,
  ...issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
];

function explain(issue: Issue, above: Path, checked: Explained): Diagnostic[] {
  const path = pathOf(issue, above);
  const found = fieldAt(path, checked);
  const { node } = found;
  if (issue.code === 'invalid_union') {
    const branch = issue.errors[node?.kind === 'list' ? 0 : 1] ?? [];
    return branch.flatMap((inner) => explain(inner, path, checked));
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, found));
  if (node === undefined) return checked.misspelt.has(JSON.stringify(path)) ? [] : [explainMissing(path, found)];
  return [issue.code === 'invalid_type' ? explainKind(path, found, node) : explainValue(path, found, node)];
}

function unknownKey(key: string, path: Path, { field, level, node, at, names }: Found): Diagnostic {
  const map = node?.kind === 'map' ? node : null;
  const place = (map && entry(map, key)?.key.span) ?? at;
  if (field?.kind !== 'tree') {
    const absent = names.filter((name) => map && !entry(map, name));
    const advice = adviseWord(key, absent, `删去它，或改成还没有写的：${absent.join('、')}。`);
    return diagnostic({ code: 'R002', at: place, message: `这里没有“${key}”这一项`, advice });
  }
  const above = String(path.at(-1));
  const message =
    level === 0 ? `“${key}”不是“${field.taxonomy.name}”体系的一级名称` : `“${above}”下面不能有“${key}”这个名称`;
  const advice = adviseHome(key, above, { field, level }) ?? adviseWord(key, names);
  return diagnostic({ code: 'R011', at: place, message, advice });
}

/** Where a name of the taxonomy belongs that stands in the wrong place; null for names it does not have. */
function adviseHome(
  key: string,
  above: string,
  { field, level }: { readonly field: TreeField; readonly level: number },
): string | null {
  const { levels, aliases } = field.taxonomy;
  const name = aliases.get(key) ?? key;
  if (level > 0 && levels.has(name)) return `它是一级名称：和“${above}”对齐，不要缩进在它下面。`;
  const homes = [...levels].filter(([, below]) => below.includes(name)).map(([home]) => `“${home}”`);
  return homes.length === 0 ? null : `把它移到${homes.join('或')}下面。`;
}
