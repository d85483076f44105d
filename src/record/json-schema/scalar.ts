import type { ScalarField } from '../../blueprint/index.ts';
import { factsOf } from './describe.ts';
import { refuse, rulesOf } from './refuse.ts';
import type { Shape } from './shape.ts';
import type { JsonSchema } from './types.ts';

/** Only these years may stand in the field; null: any. */
type Years = readonly number[] | null;

/** What people call a place: its key in quotes, for an item of a list with what it is an item of. */
type Place = { readonly title: string; readonly years: Years };

/**
 * A single value. The editor takes a plain 43 for a number and 是 for a text, so that types refuse only what can be
 * neither; a condition refuses, because a `type` would make the editor offer `true` and `null` as values, and the value
 * stands in `anyOf`, because then a chosen key is written with its colon and without the example.
 */
export function scalarSchema(field: ScalarField, shape: Shape, { title, years }: Place): JsonSchema {
  const wanted = wantedOf(field, years);
  const isText = shape.pattern === null;
  const message = `“${title}”应是${wanted}。`;
  return {
    title,
    description: `${factsOf(field).join('；')}。`,
    anyOf: [{ title, ...textRule(shape, message, { title, years }), ...examplesOf(field, isText) }],
    ...rulesOf([
      refuse({ type: isText ? ['object', 'array'] : ['object', 'array', 'boolean'] }, 'number', message),
      ...(shape.mayBeBlank ? [] : [refuse({ type: 'null' }, 'number', `“${title}”不能空着。`)]),
      ...numberRules(field, message, { title, years }),
    ]),
  };
}

function wantedOf(field: ScalarField, years: Years): string {
  switch (field.kind) {
    case 'amount':
      return `数字${field.unit === '' ? '' : `（${field.unit}）`}，只写数字，例如 ${field.example || '81.5'}`;
    case 'count':
      return `不小于 0 的整数，只写数字，例如 ${field.example || '43'}`;
    case 'year':
      return years === null ? '四位年份，例如 2024' : `这张表适用的年度：${years.join('、')}`;
    default:
      return '一段文字，写在冒号后面；有几段就写“|”，下面每行一段';
  }
}

/** What a text must match; white space alone is a blank. */
function textRule({ pattern, mayBeBlank }: Shape, message: string, { title, years }: Place): JsonSchema {
  const own = years === null ? pattern : `^(?:${years.join('|')})$`;
  if (own !== null) return { pattern: mayBeBlank ? `^\\s*$|${own}` : own, patternErrorMessage: message };
  return mayBeBlank ? {} : { pattern: '\\S', patternErrorMessage: `“${title}”不能空着。` };
}

/** The same rules for what the editor takes for a number: its digits as typed are lost by then. */
function numberRules(field: ScalarField, message: string, { title, years }: Place): JsonSchema[] {
  const other = (right: JsonSchema): JsonSchema => refuse({ type: 'number', not: right }, 'string', message);
  switch (field.kind) {
    case 'amount':
      return field.mayBeNegative
        ? []
        : [refuse({ type: 'number', exclusiveMaximum: 0 }, 'string', `“${title}”不能是负数。`)];
    case 'count':
      return [other({ type: 'integer', minimum: 0 })];
    case 'year':
      return [other(years === null ? { type: 'integer', minimum: 1900, maximum: 2199 } : { enum: years })];
    default:
      return [];
  }
}

function examplesOf({ example }: ScalarField, isText: boolean): JsonSchema {
  if (example === '') return {};
  return { examples: [!isText && String(Number(example)) === example ? Number(example) : example] };
}
