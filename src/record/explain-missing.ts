import { type Diagnostic, diagnostic, type Path } from '../base/index.ts';
import type { Field } from '../blueprint/index.ts';
import { type Found, isOpened } from './field-at.ts';

/** A key that a group lacks. */
type Lacking = { readonly path: Path; readonly found: Found };

/** Lines that are quoted of a group that lacks many. */
const MOST_QUOTED = 12;

/** R003 at a group that lacks one or more keys, with the lines to add. */
export function explainMissing(all: readonly Lacking[]): Diagnostic {
  const [first] = all as readonly [Lacking];
  const { at, field } = first.found;
  if (all.length === 1)
    return diagnostic({ code: 'R003', at, message: `缺“${nameOf(first)}”`, advice: adviseLine(nameOf(first), field) });
  const mayBeBlank = all.some(({ found }) => found.field?.mayBeBlank && !isOpened(found.field));
  const cut = all.length > MOST_QUOTED ? '……' : '';
  const names = all.slice(0, MOST_QUOTED).map((one) => `“${nameOf(one)}”`);
  const lines = all.slice(0, MOST_QUOTED).map((one) => `“${lineOf(nameOf(one), one.found.field)}”`);
  return diagnostic({
    code: 'R003',
    at,
    message: `缺 ${all.length} 项：${names.join('')}${cut}`,
    advice: `一行一项加上${lines.join('')}${cut}${mayBeBlank ? '；没有内容的，冒号后面空着' : ''}。`,
  });
}

const nameOf = ({ path }: Lacking): string => String(path.at(-1));

function adviseLine(name: string, field: Field | null): string {
  const line = `加上“${lineOf(name, field)}”`;
  switch (field?.kind) {
    case 'group':
      return `${line}，下面缩进两格，逐行写“名称: 内容”。`;
    case 'list':
      return `${line}，下面每项以“- ”开头。`;
    case 'tree':
      return `${line}，下面缩进写各级名称。`;
    default:
      return field?.mayBeBlank ? `${line}；没有内容就只写“${name}:”。` : `${line}。`;
  }
}

/** The line that gives a field, or begins it. */
const lineOf = (name: string, field: Field | null): string =>
  isOpened(field) ? `${name}:` : `${name}: ${sample(field)}`;

/** A line to be written: an example of a name or a target shows what is meant, one of an amount would be taken for it. */
function sample(field: Field | null): string {
  if (field === null || field.kind === 'prose') return '……';
  if (field.kind === 'amount' || field.kind === 'count') return '0';
  return field.example || (field.kind === 'year' ? '2024' : '……');
}
