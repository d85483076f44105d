import { type Code, codes } from '../base/index.ts';
import { type Entry, entry, type Mapping } from '../source/index.ts';
import { levelIn, ofReading, requireReason, rules, sumRules } from './check-rules.ts';
import { notInherited, takesAway } from './inherit.ts';
import { adviseWord } from './nearest.ts';
import type { Reading } from './reading.ts';
import { readSum } from './sum-checks.ts';
import type { CheckLevel, Checks, SumCheck } from './types.ts';
import { words } from './vocabulary.ts';

const w = words.check;
const levelKeys: readonly string[] = [w.level, w.reason];

/**
 * 检查 of a form.yaml: the form's sums, and the levels it gives to rules. The expressions themselves are read by the
 * stage that evaluates them. Fails with C001 for rules and reasons, B003 to B005 for words.
 */
export function readChecks(form: Mapping, reading: Reading): Checks {
  const map = reading.group(form, words.form.checks);
  const sums: SumCheck[] = [];
  const levels = new Map<Code, CheckLevel>();
  for (const one of map?.entries ?? []) {
    const { key, value } = one;
    if (takesAway(one)) {
      const advice = `沿用的表里没有的，不用写；不查一条规则，写“${notChecked(key.text)}”。`;
      reading.report('B005', key.span, notInherited(key.text), advice);
    } else if (value.kind !== 'map') {
      reading.report('B004', key.span, `“${key.text}”下面应是一组“名称: 内容”`, `例如“${notChecked(key.text)}”。`);
    } else if ([w.left, w.right, w.relation].some((part) => entry(value, part))) {
      const sum = readSum(key, value, reading);
      if (sum) sums.push(sum);
    } else {
      const level = readLevel(one, value, reading);
      if (level) levels.set(key.text as Code, level);
    }
  }
  return { sums, levels };
}

const notChecked = (name: string): string => `${name}: { ${w.level}: ${words.levels.off}, ${w.reason}: …… }`;

/** The level of a rule that is no sum of the form; null (reported) where there is none to change. */
function readLevel({ key }: Entry, map: Mapping, reading: Reading): CheckLevel | null {
  const code = rules.find((rule) => rule === key.text);
  if (code === undefined) {
    const advice = `${adviseWord(key.text, rules)}自己的检查要写“${w.left}”“${w.relation}”“${w.right}”。`;
    reading.report('C001', key.span, `没有“${key.text}”这条规则`, advice);
    return null;
  }
  if (ofReading.has(code)) {
    const message = `规则 ${code}（${codes[code]}）的级别不能改：读数据时就要按它判断`;
    reading.report('C001', key.span, message, `删去“${code}”这一条。`);
    return null;
  }
  if (sumRules.has(code)) {
    const advice = `写上“${w.left}”“${w.relation}”“${w.right}”，或删去“${code}”这一条。`;
    reading.report('C001', key.span, `这张表没有规则 ${code}（${codes[code]}）的算式`, advice);
    return null;
  }
  reading.onlyKeys(map, levelKeys, `规则“${code}”`);
  const level = levelIn(map, reading);
  if (level === null) {
    const advice = `写成“${notChecked(code)}”。`;
    if (!entry(map, w.level)) reading.report('C001', key.span, `规则 ${code} 没有写“${w.level}”`, advice);
    return null;
  }
  requireReason(key, map, reading);
  return level;
}
