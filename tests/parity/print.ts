import type { Difference, Verdict } from './compare.ts';

/** A table for people: every document that differs, and how many there are of each number of pages. */
export function printVerdicts(verdicts: readonly Verdict[]): string {
  const counts = new Map<number, number>();
  for (const { pages } of verdicts) counts.set(pages, (counts.get(pages) ?? 0) + 1);
  const sizes = [...counts].toSorted(([a], [b]) => a - b).map(([pages, count]) => `${pages} 页 ${count} 份`);
  const differing = verdicts.filter(({ differences, passes }) => differences.length > 0 || !passes);
  const failed = verdicts.filter(({ passes }) => !passes).length;
  return [
    ...differing.map(line),
    `共 ${verdicts.length} 份（${sizes.join('，')}）：不合格 ${failed} 份，页首行不同但在容许之内 ${differing.length - failed} 份。`,
    '',
  ].join('\n');
}

const line = ({ name, pages, foundPages, differences, passes }: Verdict): string =>
  `${passes ? '容许' : '不合'}  ${name}  PDF ${pages} 页  DOCX ${foundPages} 页  ${differences.map(place).join('；')}`;

const place = ({ page, expected, found, distance, allowed }: Difference): string =>
  `第 ${page} 页首行 ${expected + 1} → ${found === null ? '?' : found + 1}，差 ${distance.toFixed(0)}pt（容许 ${allowed.toFixed(0)}pt）`;
