import { codePointName, type Diagnostic, diagnostic, plainCharacter } from '../base/index.ts';
import { MOST_FAULTS } from './telling.ts';
import type { Node, Scalar } from './types.ts';

/** CJK radicals (supplement and Kangxi) and compatibility ideographs, as PDF readers give them when text is copied. */
const suspicious = /[\u2E80-\u2FD5\uF900-\uFAFF\u{2F800}-\u{2FA1D}]/gu;

/** A quick look for anything that may be among them, or outside the basic plane. */
const suspect = /[\u2E80-\u2FD5\uD87E\uF900-\uFAFF]/;

/**
 * S011 for characters that only look like the plain Chinese character: no search finds them and no check matches them.
 * One warning for each text, at the first of them; the text itself is left as it is.
 */
export function lookalikes(text: string, root: Node): Diagnostic[] {
  if (!suspect.test(text)) return [];
  return scalars(root)
    .flatMap((scalar) => inScalar(text, scalar))
    .slice(0, MOST_FAULTS);
}

/** All keys and values of a tree, in their order. */
function scalars(node: Node): Scalar[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalars);
  return node.entries.flatMap(({ key, value }) => [key, ...scalars(value)]);
}

type Found = { readonly character: string; readonly plain: string; readonly start: number };

function inScalar(text: string, { span }: Scalar): Diagnostic[] {
  const found: Found[] = [];
  for (const { 0: character, index } of text.slice(span.start, span.end).matchAll(suspicious)) {
    const plain = plainCharacter(character);
    if (plain !== character) found.push({ character, plain, start: span.start + index });
  }
  const [first] = found;
  if (first === undefined) return [];
  const at = { file: span.file, start: first.start, end: first.start + first.character.length };
  return [diagnostic({ code: 'S011', severity: 'warning', at, ...(found.length === 1 ? one(first) : several(found)) })];
}

type Words = { readonly message: string; readonly advice: string };

const one = ({ character, plain }: Found): Words => ({
  message: `这里的“${character}”(${codePointName(character)}) 是${isRadical(character) ? '部首' : '兼容字'}，不是汉字“${plain}”(${codePointName(plain)})，只是看着像`,
  advice: `换成“${plain}”：删掉它，用输入法重新打。`,
});

function several(found: readonly Found[]): Words {
  const plains = new Map(found.map(({ character, plain }) => [character, plain]));
  const list = [...plains].map(([character, plain]) => {
    const times = found.filter((other) => other.character === character).length;
    return `“${character}”(${codePointName(character)})${times === 1 ? '' : `${times} 处`}→“${plain}”`;
  });
  return {
    message: `这段文字里有 ${found.length} 个部首或兼容字，只是看着像汉字：${list.join('、')}`,
    advice: '逐个换成箭头后面的汉字；多的话，把这段用输入法重新打，或者从 Word 原件里复制，不要从 PDF 里复制。',
  };
}

const isRadical = (character: string): boolean => character < '\u3000';
