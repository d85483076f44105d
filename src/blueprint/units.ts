import { type Length, mm, pt } from '../base/index.ts';
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
