import type * as z from 'zod';
import { type Diagnostic, diagnostic, type Path, type Span } from '../base/index.ts';
import { adviseWord, type GroupField, nearestWord, type TreeField, words } from '../blueprint/index.ts';
import { entry, type Mapping } from '../source/index.ts';
import { explainMissing } from './explain-missing.ts';
import { explainKind, explainValue } from './explain-value.ts';
import { type Found, fieldAt } from './field-at.ts';

type Issue = z.core.$ZodIssue;

/** What a record is checked against; `at` is where it names its form. */
export type Checked = { readonly root: GroupField; readonly top: Mapping; readonly at: Span };

/** Zod's issues in the words of the form, at the author's line. */
export function explainIssues(issues: readonly Issue[], checked: Checked): Diagnostic[] {
  const faults = issues.flatMap((issue) => faultsOf(issue, [], checked));
  const misspelt = new Set(faults.flatMap(misspeltIn));
  return faults.flatMap((fault) => explain(fault, misspelt));
}

/** An issue with its place; of a union only the branch that the author meant counts. */
type Fault = { readonly issue: Issue; readonly path: Path; readonly found: Found };

function faultsOf(issue: Issue, above: Path, checked: Checked): Fault[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const found = fieldAt(path, checked);
  if (issue.code !== 'invalid_union') return [{ issue, path, found }];
  const branch = issue.errors[found.node?.kind === 'list' ? 0 : 1] ?? [];
  return branch.flatMap((inner) => faultsOf(inner, path, checked));
}

/** Keys that are there under a wrong name, as places: they are not missing besides. */
function misspeltIn({ issue, path, found }: Fault): string[] {
  if (issue.code !== 'unrecognized_keys' || found.field?.kind !== 'group') return [];
  return issue.keys.flatMap((key) => {
    const name = nearestWord(key, absentNames(found));
    return name === null ? [] : JSON.stringify([...path, name]);
  });
}

const absentNames = ({ names, node }: Found): string[] =>
  names.filter((name) => node?.kind === 'map' && !entry(node, name));

function explain({ issue, path, found }: Fault, misspelt: ReadonlySet<string>): Diagnostic[] {
  const { node } = found;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, found));
  if (node === undefined) return misspelt.has(JSON.stringify(path)) ? [] : [explainMissing(path, found)];
  return [issue.code === 'invalid_type' ? explainKind(path, found, node) : explainValue(path, found, node)];
}

function unknownKey(key: string, path: Path, found: Found): Diagnostic {
  const { field, level, node, at, names } = found;
  const map = node?.kind === 'map' ? node : null;
  const place = (map && entry(map, key)?.key.span) ?? at;
  if (field?.kind !== 'tree') {
    const absent = absentNames(found);
    const reserved = path.length === 0 ? [words.record.layout] : [];
    const advice = adviseWord(key, [...absent, ...reserved], `删去它，或改成还没有写的：${absent.join('、')}。`);
    return diagnostic({ code: 'R002', at: place, message: `这里没有“${key}”这一项`, advice });
  }
  const above = String(path.at(-1));
  const message =
    level === 0 ? `“${key}”不是“${field.taxonomy.name}”体系的一级名称` : `“${above}”下面不能有“${key}”这个名称`;
  const advice = adviseHome(key, above, { field, level }) ?? adviseWord(key, names);
  return diagnostic({ code: level === 0 ? 'T1' : 'T2', at: place, message, advice });
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
