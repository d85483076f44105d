import { type Entry, entry, type Mapping, type Node } from '../source/index.ts';
import type { Reading } from './reading.ts';
import { words } from './vocabulary.ts';

const outermost: readonly string[] = Object.values(words.form).filter((word) => word !== words.form.fields);
const types: readonly string[] = Object.values(words.fieldTypes);

/** Whether what stands under a name can be a field: it has a type, or is the same as another field. */
function isField({ value }: Entry): boolean {
  if (value.kind === 'map') return hasType(value);
  return value.kind === 'scalar' && types.includes(value.text);
}

const hasType = (value: Mapping): boolean =>
  entry(value, words.field.type) !== undefined || entry(value, words.field.same) !== undefined;

const isBlank = (value: Node): boolean => value.kind === 'scalar' && value.blank;

/**
 * The entries of 字段 without outermost words that were indented by mistake (reported), and without what stands under
 * them: it seems to stand beside them where both have the same indentation.
 */
export function withoutIndented({ entries }: Mapping, reading: Reading): readonly Entry[] {
  let isUnder = false;
  return entries.filter((one) => {
    const { key, value } = one;
    if (outermost.includes(key.text) && !isField(one) && (!isBlank(value) || key.text === words.form.checks)) {
      const advice = `把“${key.text}:”写在一行的最前面，前面不空格；它下面各行比它多空两格。`;
      reading.report('B003', key.span, `“${key.text}”是最外层的词，不写在“${words.form.fields}”里面`, advice);
      isUnder = isBlank(value);
      return false;
    }
    return !isUnder || isField(one);
  });
}

/** Reports outermost words that there are not; one that looks like a field has lost its indentation. */
export function onlyOutermost(form: Mapping, reading: Reading): void {
  const known: readonly string[] = Object.values(words.form);
  const lost = form.entries.filter((one) => !known.includes(one.key.text) && isField(one));
  reading.onlyKeys({ ...form, entries: form.entries.filter((one) => !lost.includes(one)) }, known, '蓝图');
  for (const { key } of lost) {
    const advice = `它是字段，前面空两格，和“${words.form.fields}”下面的各个字段对齐。`;
    reading.report('B003', key.span, `蓝图里没有“${key.text}”这一项`, advice);
  }
}
