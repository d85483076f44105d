import { type DiagnosticInit, type Span, shortened } from '../../base/index.ts';
import { adviseWord, nearestWord, words } from '../../blueprint/index.ts';
import { type Attribute, scan, type Token } from '../markup/scan.ts';
import { type AttributeRule, elements, TOP } from '../markup/vocabulary.ts';
import { areWidths, freeColumn, readWidths, widthsFault } from '../markup/widths.ts';
import { adviseAttribute, adviseElement } from './html-words.ts';
import { limits } from './limits.ts';
import { textSlips } from './text-slips.ts';

/** An element that is open at some place of a template. What stands in one that was reported is let pass. */
export type OpenElement = { readonly name: string; readonly at: Span; readonly reported: boolean };

type Report = (fault: DiagnosticInit) => void;

/** `open` are the elements open before the content, of which the first `base` belong to what stands around it. */
type Around = {
  readonly open: readonly OpenElement[];
  readonly base: number;
  readonly report: Report;
  /** The names of the form's own styles; null where they are not known. */
  readonly styles: readonly string[] | null;
  /** Whether a field that is seen here has a name; left out where fields are not known. */
  readonly isField?: (name: string) => boolean;
};

/** Checks one stretch of literal markup at a place and returns the elements open after it. */
export function checkContent(
  markup: string,
  { file, start }: Span,
  { open, base, report, styles, isField = () => false }: Around,
): readonly OpenElement[] {
  const stack = [...open];
  for (const token of scan(markup)) {
    const at = { file, start: start + token.start, end: start + token.end };
    const parent = stack.at(-1);
    switch (token.kind) {
      case 'stray': {
        const advice = '要印“<”请写 &lt;；注释写成 {{!-- … --}}。';
        report({ code: 'F001', at, message: '这个“<”不是标签的开头', advice });
        break;
      }
      case 'broken': {
        report({ code: 'F001', at, ...brokenWords(token.name, markup.slice(token.start), token.end - token.start) });
        if (!token.closed) stack.push({ name: token.name, at, reported: true });
        break;
      }
      case 'text':
        if (token.text.trim() !== '' && !holdsText(parent)) {
          const message = `文字“${shortened(token.text.trim(), 12)}”不能写在这里`;
          const advice = /＜\/?[A-Za-z]/u.test(token.text) ? '标签的尖括号要用半角的 < 和 >。' : textAdvice;
          report({ code: 'F006', at: trimmed(token, at), message, advice });
        } else for (const slip of textSlips(token.text, at, isField)) report(slip);
        break;
      case 'open': {
        const known = elements.has(token.name);
        const unfinished =
          stack.length > base && isSibling(token.name, parent, stack.at(-2)) && !holdsNothing(token.name);
        if (unfinished && parent) report(notEnded(parent, token.name, at));
        if (unfinished) stack.pop();
        checkElement(token.name, { parent: stack.at(-1), at, report });
        checkAttributes(token.name, token.attributes, { at, report, styles });
        if (parent?.name === 'lines') checkLine(token.attributes, at, report);
        if (stack.length === limits.elements) {
          report(nested(at));
          return open;
        }
        if (!token.closed) stack.push({ name: token.name, at, reported: !known });
        break;
      }
      case 'close':
        closeElement(stack, token.name, { base, at, report });
    }
  }
  return stack;
}

/** Takes the element that ends off the stack, or reports what its end tag does there; never what belongs to the surroundings. */
function closeElement(
  stack: OpenElement[],
  name: string,
  { base, at, report }: { readonly base: number; readonly at: Span; readonly report: Report },
): void {
  const parent = stack.length > base ? stack.at(-1) : undefined;
  if (parent?.name === name) {
    stack.pop();
    return;
  }
  if (parent && isMisspelt(name, parent)) {
    report({ code: 'F005', at, message: `没有 </${name}> 这种元素`, advice: `是不是 </${parent.name}>？` });
    stack.pop();
    return;
  }
  const index = stack.findLastIndex((one) => one.name === name);
  const isOpen = index >= base;
  if (!isOpen && isOtherEnd(name, parent)) {
    const end = `</${parent?.name}>`;
    report({ code: 'F006', at, message: `这里应是 ${end}，写成了 </${name}>`, advice: `改成 ${end}。` });
    stack.pop();
    return;
  }
  // What is no element has been told of; so has what would be missing for it.
  const isTold = parent?.reported === true && !elements.has(parent.name);
  if (isTold && !isOpen && nearestWord(name, [parent.name]) !== null) stack.pop();
  else if (!isTold || !isOpen) report(wrongEnd(name, at, isOpen ? parent : undefined));
  if (isOpen) stack.length = index;
}

/** Whether the name of an end tag is that of the element that is open, but for a slip. */
const isMisspelt = (name: string, parent: OpenElement): boolean =>
  !elements.has(name) && nearestWord(name, [parent.name]) !== null;

/** Whether an end tag stands where a text ends, and nothing of its name could stand in there. */
const isOtherEnd = (name: string, parent: OpenElement | undefined): boolean =>
  parent !== undefined &&
  !parent.reported &&
  elements.get(parent.name)?.text === true &&
  elements.has(name) &&
  !allows(parent, name);

const allows = (parent: OpenElement | undefined, name: string): boolean =>
  parent !== undefined && (elements.get(parent.name)?.children ?? []).includes(name);

/** Whether an element that cannot stand in its parent could stand beside it: the parent's end was forgotten, as a rule. */
const isSibling = (name: string, parent: OpenElement | undefined, above: OpenElement | undefined): boolean =>
  parent !== undefined && !parent.reported && parent.name !== 'p' && !allows(parent, name) && allows(above, name);

const holdsNothing = (name: string): boolean => {
  const rule = elements.get(name);
  return rule !== undefined && !rule.text && rule.children.length === 0;
};

const notEnded = ({ name, at }: OpenElement, next: string, seen: Span): DiagnosticInit => ({
  code: 'F006',
  at,
  message: `<${name}> 没有结束`,
  advice: holdsNothing(name) ? `写成 <${name}/>。` : `在下一个 <${next}> 前面补上 </${name}>。`,
  related: [{ at: seen, message: '到这里还没有结束' }],
});

const nested = (at: Span): DiagnosticInit => ({
  code: 'F010',
  at,
  message: `元素套了 ${limits.elements} 层以上`,
  advice: '减少层数；看看前面是不是缺了结束的标签。',
});

/** A cell beside a table stands in one column of one line. */
function checkLine(attributes: readonly Attribute[], at: Span, report: Report): void {
  if (!attributes.some(({ name, value }) => (name === 'span' || name === 'rows') && value !== '1')) return;
  const message = '<lines> 里的 <cell> 不能跨栏或跨行';
  report({ code: 'F007', at, message, advice: '删去 span 和 rows，改 columns 里的栏宽。' });
}

export const textAdvice = '文字和值只能写在 <title> <subtitle> <label> <cell> <p> 里。';

export const holdsText = (element: OpenElement | undefined): boolean =>
  element !== undefined && (element.reported || (elements.get(element.name)?.text ?? true));

/** A text token's place without the blanks around it. */
function trimmed({ text }: Extract<Token, { kind: 'text' }>, at: Span): Span {
  const start = at.start + (text.length - text.trimStart().length);
  return { ...at, start, end: start + text.trim().length };
}

function wrongEnd(name: string, at: Span, unfinished: OpenElement | undefined): DiagnosticInit {
  if (!unfinished) {
    const advice = `删去它，或在前面补上 <${name}>；两个要在同一个 {{#…}} {{/…}} 之内。`;
    return { code: 'F006', at, message: `</${name}> 没有对应的开头`, advice };
  }
  const advice = '元素要在同一个 {{#…}} {{/…}} 之内成对。';
  const related = [{ at: unfinished.at, message: '还没有结束的元素' }];
  return { code: 'F006', at, message: `这里应先写 </${unfinished.name}>`, advice, related };
}

function checkElement(
  name: string,
  { parent, at, report }: { readonly parent: OpenElement | undefined; readonly at: Span; readonly report: Report },
): void {
  if (!elements.has(name)) {
    report({ code: 'F005', at, message: `没有 <${name}> 这种元素`, advice: adviseElement(name) });
    return;
  }
  if (parent?.reported) return;
  const allowed = parent ? (elements.get(parent.name)?.children ?? []) : [TOP];
  if (allowed.includes(name)) return;
  const message = `<${name}> 不能写在${parent ? `<${parent.name}> 里` : '最外层'}`;
  const here = allowed.length === 0 ? '把它移出去。' : `这里可以写：${allowed.map((one) => `<${one}>`).join(' ')}。`;
  const advice = holdsNothing(name) ? advisePage(name) : here;
  report({ code: 'F006', at, message, advice });
}

const advisePage = (name: string): string =>
  `<${name}/> 写在 <${TOP}> 里，<table>、<lines> 的前面或后面；一个表格要从这里分页，就分成两个 <table>。`;

function checkAttributes(
  element: string,
  attributes: readonly Attribute[],
  { at, report, styles }: Pick<Around, 'report' | 'styles'> & { readonly at: Span },
): void {
  const rule = elements.get(element);
  if (rule === undefined) return;
  const seen = new Set<string>();
  for (const { name, value } of attributes) {
    const wanted = rule.attributes.get(name);
    if (wanted === undefined) {
      const advice = adviseAttribute(name, [...rule.attributes.keys()]);
      report({ code: 'F007', at, message: `<${element}> 没有属性 ${name}`, advice });
    } else if (seen.has(name)) {
      report({ code: 'F007', at, message: `<${element}> 的属性 ${name} 写了两次`, advice: '只留一个。' });
    } else {
      const advice = adviseValue(wanted, value, styles);
      if (advice !== null) report({ code: 'F007', at, message: `${name}="${shortened(value, 40)}" 不对`, advice });
      else if (wanted === 'percents' || wanted === 'widths') checkWidths(value, { element, at, report });
    }
    seen.add(name);
  }
  for (const name of rule.required) {
    if (seen.has(name)) continue;
    const advice = `写成 <${element} ${name}="30 70"> 这样，各栏之和为 100。`;
    report({ code: 'F007', at, message: `<${element}> 缺属性 ${name}`, advice });
  }
}

/** Well-formed widths that do not fill the width: no record can mend them. */
function checkWidths(
  value: string,
  { element, at, report }: { readonly element: string; readonly at: Span; readonly report: Report },
): void {
  const fault = widthsFault(readWidths(value) ?? [freeColumn]);
  if (fault) report({ code: 'G001', at, message: `<${element}> 的栏宽${fault.why}`, advice: fault.advice });
}

/** What an attribute should say instead; null where it is right. */
function adviseValue(rule: AttributeRule, value: string, styles: readonly string[] | null): string | null {
  if (rule === 'style') return styles === null || styles.includes(value) ? null : adviseStyle(value, styles);
  if (rule === 'percents') {
    const right = /^\d+(\.\d+)?(\s+\d+(\.\d+)?)*$/.test(value.trim());
    return right ? null : '写各栏占的百分数，用空格隔开，例如 "20 30 50"。';
  }
  if (rule === 'widths') {
    if (areWidths(value)) return null;
    return '写各栏占的百分数，用空格隔开；由程序定的栏写 auto，或写范围，例如 "13 auto 12..30 10.. 18"。';
  }
  if ('words' in rule) return rule.words.includes(value) ? null : adviseWord(value, rule.words);
  const right = /^[1-9]\d*$/.test(value) && Number(value) >= rule.from && Number(value) <= rule.to;
  return right ? null : `写一个从 ${rule.from} 到 ${rule.to} 的整数。`;
}

function adviseStyle(name: string, styles: readonly string[]): string {
  const key = words.form.ownStyles;
  if (styles.length === 0) return `在 form.yaml 里顶格写“${key}: { ${name}: 仿宋 三号 32pt }”这样。`;
  return `写 form.yaml 的“${key}”里的名称。${adviseWord(name, styles)}`;
}

/** What is said of a tag by what stands from it on: it runs into the next one, or holds something that is no attribute. */
function brokenWords(name: string, rest: string, length: number): Pick<DiagnosticInit, 'message' | 'advice'> {
  const tag = rest.slice(0, length).trimEnd();
  if (!tag.endsWith('>') && rest[length] === '<')
    return { message: `<${name}> 缺“>”`, advice: `写成 ${shortened(tag, 60)}>。` };
  const advice = '属性写成 名="值"，用半角双引号；标签里不能用 {{ }}。';
  return { message: `<${name}> 这个标签写法有误`, advice };
}
