import { type Diagnostic, diagnostic, type Enclosure, type Span } from '../base/index.ts';

/** What a document carries, as it stands in it: nothing of it is checked. */
export type ReadEnclosure = Pick<Enclosure, 'source' | 'facts'>;

/** D031: the document carries no YAML. */
export const nothingEnclosed = (at: Span): Diagnostic =>
  diagnostic({
    code: 'D031',
    at,
    message: '这个文件没有带着数据',
    advice:
      '数据在生成的时候带进去；不是表里生成的、用 --no-source 生成的、合成一册的都没有，别的程序另存过的可能没有。一册里的，核对各部门自己的那一份。',
  });

/** D032: what the document carries cannot be used. */
export const enclosureDamaged = (at: Span, what: string): Diagnostic =>
  diagnostic({
    code: 'D032',
    at,
    message: `带的数据用不了：${what}`,
    advice: '这个文件损坏了，或者被人改过；找生成的人要原来的一份。',
  });
