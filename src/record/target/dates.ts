import type { Moment, Reading } from './types.ts';

const year = '(?:19|20|21)\\d\\d';
const month = '(?:1[0-2]|0?[1-9])';
const day = '(?:3[01]|[12]\\d|0?[1-9])';
const lead = '(?:截至|截止到?|不晚于|不迟于|最迟|预计|计划|于|在|到)?';
const dash = ' ?(?:[-~–]|—{1,2}|至|到) ?';
/** What is to be done then, or before it, in a few words without another number. */
const rest = '(?<rest>[^\\d%]{0,20})$';

const single = new RegExp(
  `^${lead}(?:(?<year>${year})年度?)?(?:(?<month>${month})月份?(?:(?<day>${day})[日号])?)?${rest}`,
);
const dotted = new RegExp(`^${lead}(?<year>${year})(?<dot>[-./])(?<month>${month})\\k<dot>(?<day>${day})${rest}`);
const several = new RegExp(
  `^${lead}(?:(?<year>${year})年?)?(?:(?<month>${month})(?:月(?:${day}[日号])?)?)?${dash}` +
    `(?:(?<lastYear>${year})年)?(?:(?<last>${month})月份?(?:${day}[日号])?)?${rest}`,
);

/** A date or a stretch of time at the beginning of a folded text; null where there is none. */
export function parseDate(text: string): Extract<Reading, { kind: 'date' }> | null {
  if (!/\d/.test(text.slice(0, 6)) || !/[年月]|\d[-./]\d/.test(text.slice(0, 12))) return null;
  const one = (single.exec(text) ?? dotted.exec(text))?.groups;
  if (one !== undefined && (one.year ?? one.month) !== undefined) {
    const from = momentOf(one.year, one.month, one.day);
    return isOnCalendar(from) ? { kind: 'date', from, to: null } : null;
  }
  const two = several.exec(text)?.groups;
  if (two === undefined || (two.lastYear ?? two.last) === undefined || (two.year ?? two.month) === undefined)
    return null;
  // 2023-2025年 names years only, 1-12月 months only; 2024年1-12月 names its year once.
  return {
    kind: 'date',
    from: momentOf(two.year, two.month, undefined),
    to: momentOf(two.lastYear ?? two.year, two.last, undefined),
  };
}

/** Whether the month is as long as that; 29 February is right where no year is said. */
function isOnCalendar({ year, month, day }: Moment): boolean {
  if (month === null || day === null) return true;
  if (month !== 2) return day <= ([4, 6, 9, 11].includes(month) ? 30 : 31);
  const isLeap = year === null || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (isLeap ? 29 : 28);
}

const momentOf = (...parts: readonly (string | undefined)[]): Moment => {
  const [year = null, month = null, day = null] = parts.map((part) => (part === undefined ? null : Number(part)));
  return { year, month, day };
};
