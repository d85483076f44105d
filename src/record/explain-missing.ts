import { type Diagnostic, diagnostic, type Path } from '../base/index.ts';
import type { Field } from '../blueprint/index.ts';
import type { Found } from './field-at.ts';

/** R003 at the group that lacks a key, with the line to add. */
export function explainMissing(path: Path, { field, at }: Found): Diagnostic {
  const name = String(path.at(-1));
  return diagnostic({ code: 'R003', at, message: `缺“${name}”`, advice: adviseLine(name, field) });
}

function adviseLine(name: string, field: Field | null): string {
  switch (field?.kind) {
    case 'group':
      return `加上“${name}:”，下面缩进两格，逐行写“名称: 内容”。`;
    case 'list':
      return `加上“${name}:”，下面每项以“- ”开头。`;
    case 'tree':
      return `加上“${name}:”，下面缩进写各级名称。`;
    default: {
      const line = `加上“${name}: ${field ? sample(field) : '……'}”`;
      return field?.mayBeBlank ? `${line}；没有内容就只写“${name}:”。` : `${line}。`;
    }
  }
}

/** A line to be written: an example of a name or a target shows what is meant, one of an amount would be taken for it. */
const sample = ({ kind, example }: Field): string => {
  if (kind === 'amount' || kind === 'count') return '0';
  if (kind === 'prose') return '……';
  return example || (kind === 'year' ? '2024' : '……');
};
