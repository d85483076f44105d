import type { Mapping } from '../source/index.ts';
import type { Reading } from './reading.ts';
import type { AmountPrint } from './types.ts';
import { words } from './vocabulary.ts';

/** How amounts are printed, as it stands under a key such as 印; null where nothing does. */
export function readPrint(settings: Mapping, key: string, reading: Reading): AmountPrint | null {
  const map = reading.group(settings, key);
  if (map === null) return null;
  reading.onlyKeys(map, Object.values(words.print), `“${key}”`);
  const decimals = reading.scalar(map, words.print.decimals);
  if (decimals !== null && !/^[0-9]$/.test(decimals.text)) {
    reading.report('B004', decimals.span, '小数位数应是 0 到 9 的整数', '写成“小数: 2”这样。');
  }
  return { decimals: Number(decimals?.text ?? 0), group: reading.flag(map, words.print.group, false) };
}
