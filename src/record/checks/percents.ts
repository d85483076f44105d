import { type Diagnostic, diagnostic, flatMap, shortened } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import { compareDecimals, type Decimal, HUNDRED, plainDecimal, ZERO } from '../decimal.ts';
import { fold } from '../target/fold.ts';
import { isBare } from '../target/quantity.ts';
import type { Target } from '../target/types.ts';
import type { ScalarValue } from '../types.ts';
import { isBroken, mendedPercent } from './broken-percents.ts';
import { yearTargets } from './columns.ts';
import { listed } from './places.ts';
import { bareName, hasRatio, isBounded, isGrade, isRate, percentsIn, quantitiesOf } from './rates.ts';
import type { Indicator, Survey } from './survey.ts';
import { advisePercent } from './unit-advice.ts';

const percentInName = /[(（]\s*[%％]\s*[)）]\s*$/u;

/** V2: a rate outside 0 to 100 %. Only those are judged of which the lists of words say that they cannot lie there. */
export function percentsOutside(survey: Survey): Diagnostic[] {
  const { rates } = survey.commons.wordLists;
  return flatMap(survey.indicators, ({ name, targets }) => {
    if (name === null || !isBounded(name.text, rates)) return [];
    const isInPercent = percentInName.test(name.text);
    return flatMap(targets, (value) => {
      const outside = (value.target === null ? [] : percentsIn(value.target, isInPercent)).find(isOutside);
      if (outside === undefined) return [];
      return diagnostic({
        code: 'V2',
        at: value.origin.span,
        message: `“${shortened(name.text)}”的值是 ${plainDecimal(outside)}%，应在 0 到 100% 之间`,
        advice: `核对数字和小数点。如果它本来就可以超出，请管理模板的同事在 ${listFile} 里写上“${words.wordLists.rates}: { ${words.rates.unbounded}: [${bareName(name.text)}] }”。`,
      });
    });
  });
}

const listFile = `templates/${words.shared.folder}/${words.shared.wordLists}`;

const isOutside = (number: Decimal): boolean =>
  compareDecimals(number, ZERO) < 0 || compareDecimals(number, HUNDRED) > 0;

/** Values that are no rate of their own, and right as they are. */
const elsewhere: readonly RegExp[] = [
  // A comparison, with another year, with others, or with what someone above has set.
  /上年|上一年|去年|往年|同期|同比|环比|百分点|平均|基期|现状/u,
  /(?:[低高优少]于|超过|达到).{0,10}(?:国家|省定|省级|市定|市级|国定|全国|全省|全市|行业|法定|规定|上级|下达)/u,
  // A score or stars.
  /\d\s?(?:分(?![钟之])|颗?星)|★/u,
  // An index that has the number: MQI≥92.
  /[A-Z]{2,6}\s?[≥≤><=]?\s?\d/u,
];

const unitInName = /[(（](?=[^()（）]*[%％‰/／])[^()（）]*[)）]\s*$|[%％‰]/u;

/** A number, or a range, that lacks its percent sign. */
const lacksPercent = ({ reading }: Target): boolean => {
  const quantities = quantitiesOf(reading);
  return quantities.length > 0 && quantities.every(isBare);
};

/**
 * V5: a rate whose value is neither a percentage nor a grade. What is said for the period may be how it is reckoned, but
 * not a bare number.
 */
export function ratesWithoutPercent(survey: Survey): Diagnostic[] {
  const { wordLists, grades } = survey.commons;
  const fits = (target: Target): boolean =>
    ['blank', 'none', 'formula'].includes(target.reading.kind) ||
    hasRatio(target) ||
    isGrade(target, grades) ||
    elsewhere.some((pattern) => pattern.test(fold(target.text)));
  return flatMap(survey.indicators, (indicator) => {
    const { name } = indicator;
    if (name === null || !isRate(name.text, wordLists.rates) || unitInName.test(name.text)) return [];
    const years = yearTargets(indicator, wordLists.spans);
    return flatMap(indicator.targets, (value) => {
      if (value.target === null || fits(value.target)) return [];
      if (!years.includes(value) && !lacksPercent(value.target)) return [];
      return diagnostic({
        code: 'V5',
        severity: 'warning',
        at: value.origin.span,
        message: `“${shortened(name.text)}”的值应是百分数或等级，这里写的是“${shortened(value.text)}”`,
        advice: adviseRate(value.target, grades.flat()),
      });
    });
  });
}

/** Words that mean all of them, or none. */
const all =
  /^(?!.*(?:基本|力争|努力|逐步|[不未]))\p{Script=Han}{0,12}(?:全覆盖|应(?!急)\p{Script=Han}尽\p{Script=Han})$/u;
const none = /^(?:零|[0零](?:差错|投诉|事故|失误|违规))$/u;

function adviseRate({ text, reading }: Target, grades: readonly string[]): string {
  const folded = fold(text).trim();
  if (isBroken(folded)) {
    const mended = mendedPercent(folded);
    return mended === null ? '核对数字和符号，写成 ≥90% 这样。' : `写成 ${mended}。`;
  }
  if (all.test(folded)) return '写成 100%。';
  if (none.test(folded)) return '写成 0%。';
  const [quantity] = quantitiesOf(reading);
  const isItem = reading.kind === 'quantity' || reading.kind === 'range';
  if (isItem && quantity !== undefined && isBare(quantity)) return advisePercent({ text: text.trim(), reading });
  const few = [...new Set(grades)].slice(0, 12).join('、');
  const orGrade = few === '' ? '' : `，或写等级（${few}…）`;
  return `写成 ≥90% 这样${orGrade}；如果指标说的是个数，改名称，不用“率”字结尾。`;
}

/** V6: a rate among counts. */
export function ratesAmongCounts(survey: Survey): Diagnostic[] {
  const { rates, spans } = survey.commons.wordLists;
  return flatMap(survey.forests, ({ tree, branches }) => {
    const { counts } = tree.field.taxonomy;
    return flatMap(branches, ({ node, indicators }) =>
      flatMap(indicators, (indicator) => {
        const level = indicator.levels.at(-1) ?? '';
        const [top = ''] = indicator.levels;
        if (!counts.includes(level)) return [];
        const others = (tree.field.taxonomy.expected.below.get(top) ?? []).filter((name) => !counts.includes(name));
        const found = rateOf(indicator, (name) => isRate(name, rates), yearTargets(indicator, spans));
        if (found === null) return [];
        const { cell, why } = found;
        return diagnostic({
          code: 'V6',
          severity: 'hint',
          at: cell.origin.span,
          message: `${why}，放在“${node.name}”里`,
          advice: `${others.length === 0 ? '移到同一个一级下面别的名称里' : `移到${listed(others)}中合适的一个下面`}，或者改成数量，例如“150个”。`,
        });
      }),
    );
  });
}

/** Where an indicator says that it is a rate: its name, or a value for the year that is a percentage. */
function rateOf(
  { name }: Indicator,
  isNameOfRate: (name: string) => boolean,
  targets: readonly ScalarValue[],
): { readonly cell: ScalarValue; readonly why: string } | null {
  if (name !== null && isNameOfRate(name.text)) return { cell: name, why: `“${shortened(name.text)}”是比率` };
  const cell = targets.find(({ target }) => target !== null && target.reading.kind !== 'formula' && hasPercent(target));
  if (cell === undefined) return null;
  const whose = name === null || name.text === '' ? '这一行' : `“${shortened(name.text)}”`;
  return { cell, why: `${whose}的值“${shortened(cell.text)}”是百分数` };
}

const hasPercent = ({ reading, text }: Target): boolean =>
  quantitiesOf(reading).some(({ percent }) => percent) || /\d\s?[%％]|百分之/u.test(text);
