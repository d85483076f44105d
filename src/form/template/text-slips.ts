import type { DiagnosticInit, Span } from '../../base/index.ts';

/** Braces of one or of full width, and entities as HTML has them: all would be printed as they stand. */
const slips = /[｛{]{1,2}([^{}｛｝]{1,60})[｝}]{1,2}|&(?:#?\w{1,20});/gu;
const known = /^&(?:lt|gt|amp|quot);$/u;

/**
 * What in the text of a template is meant for a value or a sign and would be printed as it stands; `isField` tells whether
 * a field has a name. `start` of the place is that of the text.
 */
export function textSlips(
  text: string,
  { file, start }: Span,
  isField: (name: string) => boolean,
): readonly DiagnosticInit[] {
  return [...text.matchAll(slips)].flatMap((match): DiagnosticInit[] => {
    const [whole, inside] = match;
    const name = inside?.trim();
    const at = { file, start: start + match.index, end: start + match.index + whole.length };
    if (name === undefined) {
      if (known.test(whole)) return [];
      const advice = `只认得 &lt; &gt; &amp; &quot;：要印“&”就写 &amp;，成为 &amp;${whole.slice(1)}；别的字直接打出来，空格打全角的。`;
      return [{ code: 'F001', at, message: `不认得“${whole}”，会照样印出来`, advice }];
    }
    // \{{ is how Handlebars is told to print two braces.
    if (whole.startsWith('{{') || !isField(name.split('.')[0] ?? '')) return [];
    const why = /[｛｝]/u.test(whole) ? '全角的花括号' : '只有一层花括号';
    return [{ code: 'F001', at, message: `“${whole}”是${why}，会照样印出来`, advice: `写成 {{${name}}}。` }];
  });
}
