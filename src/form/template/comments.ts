import { type Diagnostic, diagnostic } from '../../base/index.ts';
import type { Mustache } from './mustaches.ts';

/**
 * The first comment as HTML has it that does not end, or that holds `{{…}}`, which would be printed all the same; null
 * where there is none. All that is in it would be wrong for this alone.
 */
export function openComment(file: string, text: string, mustaches: readonly Mustache[]): Diagnostic | null {
  let next = 0;
  for (let start = text.indexOf('<!--'); start !== -1; ) {
    while ((mustaches[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const within = mustaches[next];
    if (within !== undefined && within.start <= start) {
      start = text.indexOf('<!--', within.end);
      continue;
    }
    const end = text.indexOf('-->', start);
    const at = { file, start, end: start + '<!--'.length };
    const advice = '注释写成 {{!-- … --}}，里面可以有 {{ }}。';
    if (end === -1) return diagnostic({ code: 'F001', at, message: '这个 <!-- 没有结束', advice });
    if (within !== undefined && within.start < end)
      return diagnostic({ code: 'F001', at, message: '<!-- --> 里有 {{ }}，它照样会印', advice });
    start = text.indexOf('<!--', end);
  }
  return null;
}
