import { type Length, mm, pt } from '../base/index.ts';
import type { Mapping } from '../source/index.ts';
import type { Reading } from './reading.ts';
import { sizeNames } from './vocabulary.ts';

/** A length such as `37mm`, `3.7cm`, `16pt` or a size name such as 五号; null where it is none of them. */
export function parseLength(text: string): Length | null {
  const named = sizeNames.get(text);
  if (named !== undefined) return pt(named);
  const match = /^(\d+(?:\.\d+)?)\s*(mm|cm|pt)$/.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  if (match[2] === 'pt') return pt(value);
  return mm(match[2] === 'cm' ? value * 10 : value);
}

/** The length under a key; null where the key is missing or says no length (reported). */
export function readLength(map: Mapping, key: string, reading: Reading): Length | null {
  const said = reading.scalar(map, key);
  if (said === null) return null;
  const length = parseLength(said.text);
  if (length === null) {
    reading.report('B004', said.span, `“${key}”不是长度：“${said.text}”`, '写成 37mm 或 16pt 这样。');
  }
  return length;
}
