/** What numbers are counted in: parted from them, and in themselves, only where nothing else fits. */
const units: readonly string[] = [
  ...['平方公里', '立方米', '平方米', '平方', '公里', '公斤', '公顷', '公升', '千克', '千瓦', '毫米', '厘米', '毫升'],
  ...['分钟', '小时', '个月', '周岁', '周年', '学时', '课时', '人次', '户次', '场次', '家次', '人年', '万元', '亿元'],
  ...['工作日', '个工作日'],
  ...'元角分个人名户次场家件项台处份年月日天时秒岁倍米吨克升号条辆套张所间亩批期篇起例座片位届度周只本册幢栋层字页款',
];
export const LONGEST_UNIT = 4;
const unitsByHead = new Map<number, readonly string[]>();
for (const unit of units) {
  const head = unit.codePointAt(0) as number;
  unitsByHead.set(
    head,
    [...(unitsByHead.get(head) ?? []), unit].toSorted((x, y) => y.length - x.length),
  );
}

/** How many characters the unit has that begins at a place; 0 where none does. */
export function unitAt(codePoints: readonly number[], at: number): number {
  const candidates = unitsByHead.get(codePoints[at] as number);
  if (candidates === undefined) return 0;
  const text = String.fromCodePoint(...codePoints.slice(at, at + LONGEST_UNIT));
  return candidates.find((unit) => text.startsWith(unit))?.length ?? 0;
}
