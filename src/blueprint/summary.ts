import type { Span } from '../base/index.ts';
import { type Entry, entry, type Mapping } from '../source/index.ts';
import { notInherited, takesAway } from './inherit.ts';
import { isConvertible } from './money.ts';
import { readPrint } from './print.ts';
import { type Reading, seenAt } from './reading.ts';
import { settingsOf } from './shorthand.ts';
import { childrenOf } from './sum-scopes.ts';
import { type Found, findFields } from './summary-paths.ts';
import type { AmountField, AmountPrint, Field, GroupField, SummaryColumn, SummarySource } from './types.ts';
import { words } from './vocabulary.ts';

const w = words.summary;
const sources: readonly string[] = [w.take, w.count, w.volume];
/** Amounts of many forms stand below each other. */
const usualPrint: AmountPrint = { decimals: 2, group: true };

/**
 * 汇总 of form.yaml: the columns of a summary table, by their titles. A lone path is the field that a column takes.
 * Fails with B003 to B005 for unknown words and paths, and for values that cannot be added up.
 */
export function readSummary(form: Mapping, fields: GroupField, reading: Reading): readonly SummaryColumn[] {
  const map = reading.group(form, words.form.summary);
  return (map?.entries ?? []).flatMap((one) => readColumn(one, fields, reading) ?? []);
}

function readColumn(one: Entry, fields: GroupField, reading: Reading): SummaryColumn | null {
  const { key, value } = one;
  if (takesAway(one)) {
    reading.report('B005', key.span, notInherited(key.text), '沿用的表里没有的，不用写。');
    return null;
  }
  // A lone word is the path of what the column takes.
  const settings = value.kind === 'scalar' && value.blank ? null : settingsOf(value, w.take);
  if (settings === null) {
    const advice = `写成“${key.text}: 字段的路径”，或“${key.text}: { ${w.count}: 列表的路径 }”。`;
    reading.report('B004', value.kind === 'list' ? value.span : key.span, `“${key.text}”没有写印什么`, advice);
    return null;
  }
  reading.onlyKeys(settings, Object.values(w), `汇总的“${key.text}”`);
  const said = settings.entries.filter(({ key: { text } }) => sources.includes(text));
  const [first, second] = said;
  if (first === undefined || second !== undefined) {
    const message = `汇总的“${key.text}”应写“${w.take}”“${w.count}”“${w.volume}”中的一个`;
    const advice = second ? `删去“${second.key.text}”，或删去“${first?.key.text}”。` : `例如“${w.take}: 字段的路径”。`;
    reading.report('B004', second?.key.span ?? key.span, message, advice);
    return null;
  }
  const source = readSource(first, settings, { fields, reading });
  return source && { title: key.text, source, totalled: readTotalled(settings, source, reading) };
}

type Form = { readonly fields: GroupField; readonly reading: Reading };

function readSource({ key }: Entry, settings: Mapping, form: Form): SummarySource | null {
  const { reading } = form;
  if (key.text === w.volume) {
    onlyForAmounts(settings, reading);
    return readVolume(settings, reading);
  }
  const found = findFields(settings, key.text, form);
  const [first] = found ?? [];
  if (!found || !first) return null;
  const paths = found.map(({ path }) => path);
  if (key.text === w.count) {
    onlyForAmounts(settings, reading);
    const single = found.find(({ field }) => field.kind !== 'list' && field.kind !== 'tree');
    if (single === undefined) return { kind: 'rows', paths };
    const advice = `“${w.count}”数列表和指标有几项；取这一项的内容，就写“${w.take}”。`;
    return refuse(single, `它是${words.fieldTypes[single.field.kind]}，没有几项可数`, advice, reading);
  }
  const amounts = found.flatMap(({ field }) => amountsIn(field));
  if (amounts.length > 0) return readAmount(found, amounts, settings, reading);
  onlyForAmounts(settings, reading);
  if (found.every(({ field }) => field.kind === 'count')) return { kind: 'count', paths };
  const many = found.find(({ field, repeated }) => repeated || field.kind === 'list' || field.kind === 'tree');
  if (many)
    return refuse(many, '它在列表或指标里，不止一个', `数有几项，就写“${w.count}: ${many.path.join('.')}”。`, reading);
  const group = found.find(({ field }) => field.kind === 'group');
  if (group) return refuse(group, '它是一组，里面没有金额', '写到组里的一个字段为止。', reading);
  const text = found.find(({ field }) => field.kind !== 'count');
  if (found.length > 1 && text) return refuse(text, '几条路径要相加，它却不是数', '只写一条路径。', reading);
  return { kind: 'text', path: first.path };
}

function readVolume(settings: Mapping, reading: Reading): SummarySource | null {
  const { name, pages, first } = words.volumeColumns;
  const choices = { [name]: 'name', [pages]: 'pages', [first]: 'first' } as const;
  const kind = reading.choice<'name' | 'pages' | 'first' | null>(settings, w.volume, choices, null);
  return kind && { kind };
}

/** All amounts in a field, however deep. */
const amountsIn = (field: Field): readonly AmountField[] =>
  field.kind === 'amount' ? [field] : childrenOf(field).flatMap(amountsIn);

function readAmount(
  found: readonly Found[],
  amounts: readonly AmountField[],
  settings: Mapping,
  reading: Reading,
): SummarySource | null {
  const other = found.find(({ field }) => amountsIn(field).length === 0);
  if (other) return refuse(other, '几条路径要相加，它里面没有金额', '只写金额的路径。', reading);
  const said = reading.scalar(settings, w.unit);
  const unit = said?.text ?? amounts[0]?.unit ?? '';
  const odd = amounts.find((one) => !isConvertible(one.unit, unit));
  const mixed = said === null ? amounts.find((one) => one.unit !== unit) : undefined;
  if (odd ?? mixed) {
    const message = said
      ? `“${(odd as AmountField).name}”的单位是“${odd?.unit}”，换算不成“${unit}”`
      : `要相加的金额单位不一样：“${unit}”和“${(odd ?? mixed)?.unit}”`;
    const advice = '写元、千元、万元、亿元等；别的单位（如分）不换算。';
    reading.report('B004', said?.span ?? (found[0] as Found).at, message, advice);
    return null;
  }
  const print = readPrint(settings, w.print, reading) ?? usualPrint;
  return { kind: 'amount', paths: found.map(({ path }) => path), unit, print };
}

function onlyForAmounts(settings: Mapping, reading: Reading): void {
  for (const word of [w.unit, w.print]) {
    const found = entry(settings, word);
    if (found) reading.report('B004', found.key.span, `“${word}”只用在金额上`, `删去“${word}”。`);
  }
}

function readTotalled(settings: Mapping, { kind }: SummarySource, reading: Reading): boolean {
  const adds = kind !== 'text' && kind !== 'name' && kind !== 'first';
  const totalled = reading.flag(settings, w.total, adds);
  if (!totalled || adds) return totalled;
  reading.report('B004', seenAt(settings, w.total), '这一栏不是数，没有合计', `删去“${w.total}”。`);
  return false;
}

function refuse({ at, path }: { readonly at: Span; readonly path: readonly string[] }, ...rest: Refusal): null {
  const [why, advice, reading] = rest;
  reading.report('B004', at, `汇总取不到“${path.join('.')}”：${why}`, advice);
  return null;
}

type Refusal = readonly [why: string, advice: string, reading: Reading];
