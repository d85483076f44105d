import { type Diagnostic, diagnostic, flatMap, type Span, shortened } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { compareDecimals, shiftDecimal } from '../decimal.ts';
import { saysNone } from '../target/parse.ts';
import { isBare } from '../target/quantity.ts';
import type { Operator, Quantity } from '../target/types.ts';
import type { ScalarValue } from '../types.ts';
import { periodAndYear } from './columns.ts';
import { listed } from './places.ts';
import { isRate } from './rates.ts';
import type { Indicator, Survey } from './survey.ts';
import { adviseUnit, type BareNumber } from './unit-advice.ts';

/** V4: a number that does not say what it counts. A rate's is told by V5; a unit may stand in the name or in a column. */
export function numbersWithoutUnit(survey: Survey): Diagnostic[] {
  const { rates, measures } = survey.commons.wordLists;
  const units = [...measures].toSorted(([a], [b]) => b.length - a.length);
  return flatMap(survey.indicators, (indicator) => {
    const found = flatMap(indicator.targets, (value) => {
      const bare = bareNumber(value);
      return bare === null ? [] : { value, bare };
    });
    const name = indicator.name?.text ?? '';
    if (found.length === 0 || isRate(name, rates) || unitless.test(name) || hasUnitColumn(indicator)) return [];
    const unit = units.find(([ending]) => name.trimEnd().endsWith(ending))?.[1] ?? null;
    return found.map(({ value, bare }) =>
      diagnostic({
        code: 'V4',
        severity: 'warning',
        at: value.origin.span,
        message: `${name === '' ? '' : `“${shortened(name)}”的`}值“${value.text}”没有单位`,
        advice: adviseUnit(bare, name, unit),
      }),
    );
  });
}

/** A unit in brackets ends the name already, or the thing has none: a ratio, an index such as 指数PQI, a place among others. */
const unitless =
  /[(（][\p{L}\d%％‰/／·²³]{1,12}[)）]\s*$|(?:比|比例|指数|系数|pH值?|得分|评分|排名|名次|等级|级别|版本|电话|热线)[A-Za-z]{0,8}$|^pH$/u;

/** A value that is a number, or two, and nothing else; nothing at all (0) needs no unit. */
function bareNumber({ target }: ScalarValue): BareNumber | null {
  const reading = target?.reading;
  if (target === null || (reading?.kind !== 'quantity' && reading?.kind !== 'range')) return null;
  const quantity = reading.kind === 'range' ? reading.to : reading.quantity;
  if (!isBare(quantity) || quantity.number.units === 0n) return null;
  return { text: target.text.trim(), reading };
}

const hasUnitColumn = ({ row }: Indicator): boolean =>
  [...row.members.values()].some(
    (member) => member.kind === 'scalar' && member.field.name.includes(words.field.unit) && member.text !== '',
  );

/** V9: a name without a value, or a value without a name; the place is the empty one. */
export const halfRows = (survey: Survey): Diagnostic[] => flatMap(survey.indicators, halfRow);

function halfRow({ name, targets, row }: Indicator): Diagnostic[] {
  const filled = targets.find(({ text }) => text !== '');
  if (name !== null && name.text === '') {
    if (filled === undefined || saysNone(filled.text)) return [];
    return [
      half(
        placeOf(name),
        `值“${shortened(filled.text)}”没有“${name.field.name}”`,
        `在“${name.field.name}:”后面补上名称；没有这条指标就删去这一行。`,
      ),
    ];
  }
  if (name === null || saysNone(name.text)) return [];
  const wanted = targets.filter(({ field }) => field.required || targets.length === 1);
  const [empty, ...others] = wanted.filter(({ text }) => text === '');
  if (empty === undefined) return [];
  const names = listed([empty, ...others].map(({ field }) => field.name));
  const rest = row.members.size > 0 ? others.map((other) => ({ at: placeOf(other), message: '这里也空着' })) : [];
  return [
    half(
      placeOf(empty),
      `“${shortened(name.text)}”没有${names}`,
      `在“${empty.field.name}:”后面补上值；不适用就写“不适用”。`,
      rest,
    ),
  ];
}

const placeOf = ({ origin }: ScalarValue): Span => origin.span;

const half = (at: Span, message: string, advice: string, related: Diagnostic['related'] = []): Diagnostic =>
  diagnostic({ code: 'V9', severity: 'warning', at, message, advice, related });

/** V8: the value for the year is in another unit than that for the period, or above it. */
export function yearsAgainstPeriods(survey: Survey): Diagnostic[] {
  const { spans } = survey.commons.wordLists;
  return flatMap(survey.indicators, (indicator) => {
    const both = periodAndYear(indicator, spans);
    const period = both && countOf(both.period);
    const year = both && countOf(both.year);
    if (!both || !period || !year) return [];
    const why = contradiction(period, year);
    if (why === null) return [];
    return diagnostic({
      code: 'V8',
      severity: 'hint',
      at: both.year.origin.span,
      message: `${whose(indicator)}“${both.year.field.name}”是 ${both.year.text}，“${both.period.field.name}”是 ${both.period.text}，${why}`,
      advice: '核对两处：年度的值是实施周期里的一年，单位相同，数不大于整个周期的。',
      related: [{ at: both.period.origin.span, message: `${both.period.field.name}在这里` }],
    });
  });
}

const whose = ({ name }: Indicator): string => (name === null || name.text === '' ? '' : `“${shortened(name.text)}”的`);

type Count = { readonly quantity: Quantity; readonly operator: Operator | null };

function countOf({ target }: ScalarValue): Count | null {
  const reading = target?.reading;
  if (reading?.kind !== 'quantity' && reading?.kind !== 'breakdown') return null;
  return isBare(reading.quantity) ? null : reading;
}

/** 12个月 and 1年 may be the same. */
const time = /^(?:年|个?月|天|日|个?工作日|个?小时|周|个?季度)$/u;

/** What is wrong between two values; null where nothing is, or where it cannot be told. */
function contradiction(period: Count, year: Count): string | null {
  const [whole, part] = [period.quantity, year.quantity];
  if (time.test(whole.unit) && time.test(part.unit) && whole.unit !== part.unit) return null;
  if (whole.percent !== part.percent || whole.unit !== part.unit) return '单位不同';
  // A limit such as ≤5% may well be stricter for the period than for its first year; 失业率 5% is such a limit, too.
  const isLimit = ({ operator }: Count): boolean => operator === '≤' || operator === '<';
  const isFloor = ({ operator }: Count): boolean => operator === '≥' || operator === '>';
  if ([period, year].some((one) => isLimit(one) || (one.quantity.percent && !isFloor(one)))) return null;
  const [most, said] = [shiftDecimal(whole.number, whole.multiple), shiftDecimal(part.number, part.multiple)];
  return compareDecimals(said, most) > 0 ? '年度的比整个周期的还大' : null;
}
