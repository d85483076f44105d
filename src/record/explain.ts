import type * as z from 'zod';
import { type Code, type Diagnostic, diagnostic, type Path, pathText } from '../base/index.ts';
import { adviseWord, type Field, type GroupField } from '../blueprint/index.ts';
import type { Node } from '../source/index.ts';
import { adviseAmount } from './amount-advice.ts';
import { type Found, fieldAt } from './field-at.ts';

type Issue = z.core.$ZodIssue;

/** Zod's issues in the words of the form, at the author's line. */
export function explainIssues(issues: readonly Issue[], fields: GroupField, top: Node): Diagnostic[] {
  return issues.flatMap((issue) => explain(issue, [], fields, top));
}

function explain(issue: Issue, above: Path, fields: GroupField, top: Node): Diagnostic[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const found = fieldAt(fields, top, path);
  if (issue.code === 'invalid_union') {
    const branch = issue.errors[found.node?.kind === 'list' ? 0 : 1] ?? [];
    return branch.flatMap((inner) => explain(inner, path, fields, top));
  }
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, found));
  if (found.node === undefined) return [missing(path, found)];
  if (issue.code === 'invalid_type') return [wrongKind(path, found, found.node)];
  return [wrongValue(path, found, found.node)];
}

function unknownKey(key: string, { field, node, names }: Found): Diagnostic {
  const entries = node?.kind === 'map' ? node.entries : [];
  const at = entries.find((one) => one.key.text === key)?.key.span ?? (node as Node).span;
  if (field?.kind === 'tree') {
    const home = [...field.taxonomy.levels].find(([, below]) => below.includes(key))?.[0];
    const advice = home === undefined ? adviseWord(key, names) : `把它移到“${home}”下面。`;
    return diagnostic({ code: 'R011', at, message: `“${key}”不在“${field.taxonomy.name}”体系的这一级里`, advice });
  }
  const present = new Set(entries.map((one) => one.key.text));
  const advice = adviseWord(
    key,
    names.filter((name) => !present.has(name)),
  );
  return diagnostic({ code: 'R002', at, message: `这里没有“${key}”这一项`, advice });
}

function missing(path: Path, { parent, key, field }: Found): Diagnostic {
  const name = String(path.at(-1));
  const at = key?.span ?? { ...parent.span, end: Math.min(parent.span.end, parent.span.start + 1) };
  const content = field ? sample(field) : '';
  return diagnostic({
    code: 'R003',
    at,
    message: `缺“${name}”`,
    advice: `加上“${name}:${content && ` ${content}`}”。`,
  });
}

const sample = (field: Field): string => {
  if (field.kind === 'list' || field.kind === 'tree' || field.kind === 'group') return '';
  if (field.example !== '') return field.example;
  return field.kind === 'year' ? '2024' : field.kind === 'amount' || field.kind === 'count' ? '0' : '……';
};

function wrongKind(path: Path, { field, key }: Found, node: Node): Diagnostic {
  const name = nameOf(path);
  const at = node.kind === 'scalar' && !node.blank ? node.span : (key?.span ?? node.span);
  const seen = { scalar: node.kind === 'scalar' && node.blank ? '空着' : '一段文字', list: '一列', map: '一组' }[
    node.kind
  ];
  const of = (code: Code, wanted: string, advice: string): Diagnostic =>
    diagnostic({ code, at, message: `“${name}”应是${wanted}，这里是${seen}`, advice });
  if (field?.kind === 'group') return of('R008', '一组“名称: 内容”', `在“${name}:”下面缩进两格，逐行写“名称: 内容”。`);
  if (field?.kind === 'tree')
    return of('R008', '按级排列的各级名称', '先写一级名称，下面缩进写二级名称，再下面每行以“- ”开头。');
  if (field?.kind === 'list') return of('R009', '一列', `在“${name}:”下面每项以“- ”开头。`);
  if (node.kind === 'scalar') {
    return diagnostic({ code: 'R010', at, message: `“${name}”不能空着`, advice: `在“${name}:”后面写上内容。` });
  }
  return of('R007', '一段文字', `把内容写在“${name}:”的同一行；有几段时用“|”，下面每行一段。`);
}

function wrongValue(path: Path, { field }: Found, node: Node): Diagnostic {
  const name = nameOf(path);
  const text = node.kind === 'scalar' ? node.text : '';
  const of = (code: Code, wanted: string, advice: string): Diagnostic =>
    diagnostic({ code, at: node.span, message: `“${name}”应是${wanted}，这里写的是“${text}”`, advice });
  if (field?.kind === 'year') return of('R006', '四位年份', '写成 2024 这样，不加“年”字。');
  if (field?.kind === 'count') return of('R005', '不小于 0 的整数', '只写数字，例如 43。');
  const unit = field?.kind === 'amount' ? field.unit : '';
  const advice = adviseAmount(text, unit);
  if (/^-[\d,.]+$/.test(text)) return of('R015', '不小于 0 的数字', '金额不能是负数，请核对。');
  return of('R004', unit === '' ? '数字' : `数字（${unit}）`, advice);
}

const nameOf = (path: Path): string => {
  const last = path.at(-1);
  return typeof last === 'number' ? pathText(path) : String(last ?? '');
};
