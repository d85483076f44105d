import { type DiagnosticInit, shortened } from '../../base/index.ts';

/** A start tag up to where its `>` should be. */
const tagHead = /^<[\w-]+(?:\s+[\w-]+="[^"<]*")*/u;

/** What is said of a tag by what stands from it on: it runs into its text or the next tag, or holds something that is no attribute. */
export function brokenWords(name: string, rest: string, length: number): Pick<DiagnosticInit, 'message' | 'advice'> {
  const tag = rest.slice(0, length);
  const head = tagHead.exec(tag)?.[0] ?? tag;
  const text = tag.slice(head.length).trim();
  const isNext = rest[length] === '<';
  // A `{{…}}` right behind it is its text; one behind a blank was meant as an attribute.
  const isCut = isNext || tag === head;
  if (isCut && !tag.endsWith('>') && !/^[\w-]|["=]/u.test(text))
    return { message: `<${name}> 缺“>”`, advice: `写成 ${shortened(head, 60)}>${shortened(text, 12)}。` };
  const advice = '属性写成 名="值"，用半角双引号；标签里不能用 {{ }}。';
  return { message: `<${name}> 这个标签写法有误`, advice };
}
