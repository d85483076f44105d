import { type Code, type Diagnostic, diagnostic, type Span } from '../../base/index.ts';
import { adviseWord } from '../../blueprint/index.ts';
import { type Attribute, scan } from '../markup/scan.ts';
import { type AttributeRule, elements, TOP } from '../markup/vocabulary.ts';

/** An element that is open at some place of a template; null stands for the place outside all elements. */
export type OpenElement = { readonly name: string; readonly at: Span };

/** Checks one stretch of literal markup and returns the elements open after it. */
export function checkContent(
  markup: string,
  at: Span,
  open: readonly OpenElement[],
  { base, problems }: { readonly base: number; readonly problems: Diagnostic[] },
): readonly OpenElement[] {
  const stack = [...open];
  const report = (code: Code, where: Span, message: string, advice: string): void => {
    problems.push(diagnostic({ code, at: where, message, advice }));
  };
  for (const token of scan(markup)) {
    const where = { file: at.file, start: at.start + token.start, end: at.start + token.end };
    const parent = stack.at(-1);
    if (token.kind === 'stray') {
      report('F001', where, '这个“<”不是一个完整的标签', '补全标签；标签里不能用 {{ }}；要印“<”请写 &lt;。');
    } else if (token.kind === 'text') {
      if (token.text.trim() === '') continue;
      if (/[\uE000-\uF8FF]/.test(token.text)) report('F002', where, '模板里有私用区的字符', '换成普通字符。');
      if (!holdsText(parent)) report('F006', where, `文字“${token.text.trim().slice(0, 12)}”不能写在这里`, textAdvice);
    } else if (token.kind === 'open') {
      const rule = elements[token.name];
      if (rule === undefined) {
        report('F005', where, `没有 <${token.name}> 这种元素`, adviseWord(token.name, Object.keys(elements)));
      } else {
        const allowed = parent ? (elements[parent.name]?.children ?? Object.keys(elements)) : [TOP];
        if (!allowed.includes(token.name)) {
          const place = parent ? `<${parent.name}> 里` : '最外层';
          const advice =
            allowed.length === 0 ? '把它移出去。' : `这里可以写：${allowed.map((name) => `<${name}>`).join(' ')}。`;
          report('F006', where, `<${token.name}> 不能写在${place}`, advice);
        }
        checkAttributes(token.name, token.attributes, where, report);
      }
      if (!token.closed) stack.push({ name: token.name, at: where });
    } else if (stack.length > base && parent?.name === token.name) {
      stack.pop();
    } else {
      const message =
        parent && stack.length > base ? `这里应先写 </${parent.name}>` : `</${token.name}> 没有对应的开头`;
      const related = parent && stack.length > base ? [{ at: parent.at, message: '还没有结束的元素' }] : [];
      const advice = '元素要在同一个 {{#…}} {{/…}} 之内成对。';
      problems.push(diagnostic({ code: 'F006', at: where, message, advice, related }));
      const index = stack.findLastIndex(({ name }) => name === token.name);
      if (index >= base) stack.length = index;
    }
  }
  return stack;
}

export const textAdvice = '文字和值只能写在 <title> <subtitle> <label> <cell> <p> 里。';

export const holdsText = (element: OpenElement | undefined): boolean =>
  element !== undefined && (elements[element.name]?.text ?? true);

type Report = (code: Code, at: Span, message: string, advice: string) => void;

function checkAttributes(element: string, attributes: readonly Attribute[], at: Span, report: Report): void {
  const rule = elements[element];
  if (rule === undefined) return;
  const names = Object.keys(rule.attributes);
  const seen = new Set<string>();
  for (const { name, value } of attributes) {
    const wanted = rule.attributes[name];
    if (wanted === undefined || seen.has(name)) {
      report('F007', at, `<${element}> ${wanted ? '重复了' : '没有'}属性 ${name}`, adviseWord(name, names));
    } else {
      const fault = faultOf(wanted, value);
      if (fault) report('F007', at, `${name}="${value}" 不对`, fault);
    }
    seen.add(name);
  }
  for (const name of rule.required) {
    if (!seen.has(name))
      report('F007', at, `<${element}> 缺属性 ${name}`, `写成 <${element} ${name}="30 70"> 这样，各栏之和为 100。`);
  }
}

function faultOf(rule: AttributeRule, value: string): string | null {
  if (rule === 'count') return /^[1-9]\d{0,3}$/.test(value) ? null : '写一个从 1 起的整数。';
  if (rule === 'percents') {
    return /^\d+(\.\d+)?(\s+\d+(\.\d+)?)*$/.test(value.trim())
      ? null
      : '写各栏占的百分数，用空格隔开，例如 "20 30 50"。';
  }
  return rule.words.includes(value) ? null : adviseWord(value, rule.words);
}
