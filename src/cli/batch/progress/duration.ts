/** A time for people, from milliseconds: `35 毫秒`, `0.4 秒`, `12 秒`, `2 分 5 秒`, `1 小时 3 分`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 99.5) return `${Math.round(milliseconds)} 毫秒`;
  if (milliseconds < 9_950) return `${Math.round(milliseconds / 100) / 10} 秒`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} 秒`;
  if (seconds < 3600) return parts([seconds / 60, '分'], [seconds % 60, '秒']);
  return parts([seconds / 3600, '小时'], [(seconds % 3600) / 60, '分']);
}

/** What is left of a time, in whole seconds: it is guessed. */
export const timeLeft = (milliseconds: number): string => duration(Math.ceil(milliseconds / 1000) * 1000);

const parts = (...of: readonly (readonly [number, string])[]): string =>
  of.flatMap(([count, unit]) => (count >= 1 ? [`${Math.floor(count)} ${unit}`] : [])).join(' ');

/** How many are done in a second, for people; null where the time is too short to tell. */
export function rate(count: number, milliseconds: number): string | null {
  if (count === 0 || milliseconds < 50) return null;
  const each = (count * 1000) / milliseconds;
  return String(each >= 10 ? Math.round(each) : Math.round(each * 10) / 10);
}
