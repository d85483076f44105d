import { type Diagnostic, diagnostic, flatMap, type Span, shortened } from '../../base/index.ts';
import type { Moment } from '../target/types.ts';
import type { ScalarValue } from '../types.ts';
import { yearTargets } from './columns.ts';
import type { Survey } from './survey.ts';

/** I1: the year of the record contradicts the year in its file's name, or a date among its targets. */
export function contradictedYear(survey: Survey): Diagnostic[] {
  const said = yearOf(survey);
  return said === null ? [] : [...fileName(survey, said), ...dates(survey, said)];
}

type Year = { readonly year: number; readonly name: string; readonly at: Span };

function yearOf({ record: { blueprint, root } }: Survey): Year | null {
  const value = root.members.get(blueprint.yearField ?? '');
  if (value?.kind !== 'scalar' || value.text === '') return null;
  return { year: Number(value.text), name: value.field.name, at: value.origin.span };
}

/** A file may be named after several years, 2024-2026 or 2024年报20240630; one of them is enough. */
function fileName({ record: { file } }: Survey, { year, name, at }: Year): Diagnostic[] {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const years = yearsIn(base);
  const [first] = years;
  if (first === undefined || years.includes(year)) return [];
  return [
    diagnostic({
      code: 'I1',
      severity: 'warning',
      at,
      message: `“${name}”是 ${year}，文件名“${base}”里却是 ${first}`,
      advice: `核对：写成“${name}: ${first}”，或者把文件改名为 ${base.replace(String(first), String(year))}。`,
    }),
  ];
}

/** Work that is finished early in the next year still belongs to this one. */
const LATEST_MONTH = 3;

/** A date before the year, or in a column for the year a date after it; those of the whole project are right as well. */
function dates(survey: Survey, { year, name, at }: Year): Diagnostic[] {
  const { spans } = survey.commons.wordLists;
  const project = projectOf(survey);
  const isOfProject = ({ year: seen }: Moment): boolean =>
    seen !== null && project !== null && seen >= project.first && seen <= project.last;
  return flatMap(survey.indicators, (indicator) => {
    const dated = indicator.targets.filter(({ target }) => target?.reading.kind === 'date');
    if (dated.length === 0 || spans.across.some((word) => indicator.name?.text.includes(word))) return [];
    const ofYear = yearTargets(indicator, spans);
    return flatMap(dated, (value) => {
      const reading = value.target?.reading;
      if (reading?.kind !== 'date') return [];
      const last = reading.to ?? reading.from;
      const isPast = last.year !== null && last.year < year && !isOfProject(last);
      const isLater = ofYear.includes(value) && isAfter(reading.from, year) && !isOfProject(reading.from);
      return isPast || isLater
        ? [otherYear(value, (isPast ? last.year : reading.from.year) ?? year, { year, name, at })]
        : [];
    });
  });
}

/** The years from which to which the record says its project lasts; null where it does not. */
function projectOf({ typed, commons }: Survey): { readonly first: number; readonly last: number } | null {
  const { period } = commons.wordLists.spans;
  const years = flatMap(
    typed.filter(({ field }) => field.kind === 'text' && period.some((word) => field.name.includes(word))),
    ({ text }) => yearsIn(text),
  );
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g)].map(([digits]) => Number(digits));

const isAfter = ({ year, month }: Moment, than: number): boolean =>
  year !== null && (year > than + 1 || (year === than + 1 && (month === null || month > LATEST_MONTH)));

const otherYear = (value: ScalarValue, seen: number, { year, name, at }: Year): Diagnostic =>
  diagnostic({
    code: 'I1',
    severity: 'warning',
    at: value.origin.span,
    message: `“${shortened(value.text)}”说的是 ${seen} 年，“${name}”却是 ${year}`,
    advice: `核对年份：应是 ${year} 年的就改过来，确实是 ${seen} 年的不用改。`,
    related: [{ at, message: `${name}在这里` }],
  });
