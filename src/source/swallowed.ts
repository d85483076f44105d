import { type Diagnostic, diagnostic } from '../base/index.ts';
import type { Comment } from './types.ts';

/**
 * Warns of a `#` that may have been meant as text: `东莞 #1` prints 东莞, because a blank and `#` begin a comment.
 * A comment with a blank after its `#`, on a line of its own, or behind a key whose value follows is meant as one.
 */
export function swallowedTexts(text: string, comments: readonly Comment[]): Diagnostic[] {
  return comments.flatMap(({ span }) => {
    const lineStart = text.lastIndexOf('\n', span.start) + 1;
    const line = text.slice(lineStart, span.start);
    const before = line.trimEnd();
    const typed = text.slice(span.start, span.end);
    const isHidden = /^#{2,}$/.test(typed) && before.endsWith(':');
    const meant =
      (!isHidden && /^#(?:[\s#!]|$)/.test(typed)) ||
      before === '' ||
      line === before ||
      /[|{[,]$/.test(before) ||
      (/[:-]$/.test(before) && holdsBelow(text.slice(span.end), before));
    if (meant) return [];
    return diagnostic({
      code: 'S010',
      severity: 'warning',
      at: span,
      message: `“${typed}”当作注释，没有印出来`,
      advice: isHidden
        ? 'Excel 的列太窄时显示这样的一串“#”，不是内容：照原表把数填上；如果没有，就把它删去。'
        : '要印出来，就把整个内容用半角引号括起来；如果是注释，“#”后面空一格。',
    });
  });
}

/** Whether the next line that says anything is the value of a key or item: lines of a list may stand right below their key. */
function holdsBelow(rest: string, head: string): boolean {
  const next = /\n(?<blanks> *)(?<first>[^\s#])/.exec(rest)?.groups;
  if (next === undefined) return false;
  const { blanks = '', first } = next;
  // The key of an item stands behind its dash.
  const indent = /^ *(?:- +)*/.exec(head)?.[0].length ?? 0;
  return blanks.length > indent || (blanks.length === indent && first === '-' && head.endsWith(':'));
}
