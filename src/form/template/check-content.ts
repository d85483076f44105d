import { type DiagnosticInit, type Span, shortened } from '../../base/index.ts';
import { nearestWord } from '../../blueprint/index.ts';
import { scan, type Token } from '../markup/scan.ts';
import { elements, TOP } from '../markup/vocabulary.ts';
import { brokenWords } from './broken-tag.ts';
import { checkAttributes, checkLine } from './check-attributes.ts';
import { adviseElement, ownName } from './html-words.ts';
import { limits } from './limits.ts';
import { textSlips } from './text-slips.ts';

/** An element that is open at some place of a template. What stands in one that was reported is let pass. */
export type OpenElement = {
  readonly name: string;
  readonly at: Span;
  readonly reported: boolean;
  /** The start tag is lost: what it may have been, going by what stands in it. */
  readonly lost?: readonly string[];
};

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

/** An end tag without its `>`, from behind its `<` on. */
const cutEnd = /^(?<all>\/(?<name>[a-z]+)\s*)(?=<|$)/u;

/** A tag without its `<`, at the beginning of a text. */
const cutStart = /^\s*(?<slash>\/?)(?<name>[a-z]+)(?:\s[^<>]*)?>/u;

/** A tag with brackets of full width: one that begins and does not end in the same text, and one that ends. */
const wideTag = /＜(?<name>[a-z]+)[^＜＞]*＞(?!.*＜\/)/su;
const wideEnd = /＜\/(?<name>[a-z]+)＞/u;

/** Checks one stretch of literal markup at a place and returns the elements open after it. */
export function checkContent(
  markup: string,
  { file, start }: Span,
  { open, base, report, styles, isField = () => false }: Around,
): readonly OpenElement[] {
  const stack = [...open];
  let told = 0;
  const tokens = scan(markup);
  for (const [i, token] of tokens.entries()) {
    if (token.end <= told) continue;
    const at = { file, start: start + token.start, end: start + token.end };
    const parent = stack.at(-1);
    switch (token.kind) {
      case 'stray': {
        const { all, name } = cutEnd.exec(markup.slice(token.end))?.groups ?? {};
        if (all !== undefined && name !== undefined && elements.has(name)) {
          const end = at.end + all.trimEnd().length;
          report({ code: 'F001', at: { ...at, end }, message: `</${name}> 缺“>”`, advice: `写成 </${name}>。` });
          closeElement(stack, name, { base, at, report });
          told = token.end + all.length;
          break;
        }
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
          const { slash, name = '' } = cutStart.exec(token.text)?.groups ?? {};
          if (elements.has(name)) {
            const typed = token.text.trim();
            const tag = `<${shortened(typed.slice(0, typed.indexOf('>')), 60)}>`;
            report({ code: 'F001', at: trimmed(token, at), message: `${tag} 缺“<”`, advice: `写成 ${tag}。` });
            if (slash === '/') closeElement(stack, name, { base, at, report });
            else stack.push({ name, at, reported: false });
            break;
          }
          const wide = wideTag.exec(token.text)?.groups?.name ?? '';
          const message = `文字“${shortened(token.text.trim(), 12)}”不能写在这里`;
          const advice = wide === '' ? textAdvice : '标签的尖括号要用半角的 < 和 >。';
          report({ code: 'F006', at: trimmed(token, at), message, advice });
          // Its end is as wide, as a rule: what stands before it is let pass.
          if (elements.has(wide)) stack.push({ name: wide, at, reported: true, lost: [wide] });
        } else if (parent?.reported && wideEnd.exec(token.text)?.groups?.name === parent.name) {
          stack.pop();
        } else for (const slip of textSlips(token.text, at, isField)) report(slip);
        break;
      case 'open': {
        if (stack.length > base && lacksSlash(token, parent, nextOf(tokens, i))) {
          const end = `</${token.name}>`;
          report({ code: 'F006', at, message: `这里应是 ${end}，写成了 <${token.name}>`, advice: `改成 ${end}。` });
          stack.pop();
          break;
        }
        const known = elements.has(token.name);
        const unfinished =
          stack.length > base && isSibling(token.name, parent, stack.at(-2)) && !holdsNothing(token.name);
        if (unfinished && parent && !parent.lost) report(notEnded(parent, token.name, at));
        if (unfinished) stack.pop();
        const lost = lostBetween(token.name, stack.at(-1));
        checkElement(token.name, { parent: stack.at(-1), at, report, lost });
        if (lost[0] !== undefined) stack.push({ name: lost[0], at, reported: false, lost });
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

/** The elements behind the first `base` that have not ended; those whose start tag is lost or unknown have been told. */
export const unended = (open: readonly OpenElement[], base: number): readonly OpenElement[] =>
  open.slice(base).filter(({ name, lost }) => lost === undefined && (name === '' || elements.has(name)));

/** Takes the element that ends off the stack, or reports what its end tag does there; never what belongs to the surroundings. */
function closeElement(
  stack: OpenElement[],
  name: string,
  { base, at, report }: { readonly base: number; readonly at: Span; readonly report: Report },
): void {
  const isHere = (one: OpenElement): boolean => namesOf(one).includes(name);
  while (stack.length > base && stack.at(-1)?.lost && !stack.at(-1)?.lost?.includes(name)) stack.pop();
  const parent = stack.length > base ? stack.at(-1) : undefined;
  if (parent !== undefined && isHere(parent)) {
    stack.pop();
    return;
  }
  if (parent && isMisspelt(name, parent)) {
    report({ code: 'F005', at, message: `没有 </${name}> 这种元素`, advice: `是不是 </${parent.name}>？` });
    stack.pop();
    return;
  }
  const index = stack.findLastIndex(isHere);
  const isOpen = index >= base;
  if (!isOpen && isOtherEnd(name, parent)) {
    const end = `</${parent?.name}>`;
    report({ code: 'F006', at, message: `这里应是 ${end}，写成了 </${name}>`, advice: `改成 ${end}。` });
    stack.pop();
    return;
  }
  // What is no element has been told of; so has what would be missing for it, and an end that nothing else has is its own.
  const isTold = parent?.reported === true && !elements.has(parent.name);
  if (isTold && !isOpen) stack.pop();
  else if (!isTold) report(wrongEnd(name, at, isOpen ? parent : undefined));
  if (isOpen) stack.length = index;
}

/** The token behind one that is not blank; undefined where a `{{…}}` follows, or nothing. */
const nextOf = (tokens: readonly Token[], i: number): Token | undefined =>
  tokens.slice(i + 1, i + 3).find((one) => one.kind !== 'text' || one.text.trim() !== '');

/**
 * Whether a start tag is the end tag of the element that is open, without its slash: there is but one such element, it lacks
 * an attribute that it must have, or what follows is nothing that could stand in it.
 */
function lacksSlash(
  { name, attributes, closed }: Extract<Token, { kind: 'open' }>,
  parent: OpenElement | undefined,
  next: Token | undefined,
): boolean {
  const rule = elements.get(name);
  if (rule === undefined || parent?.name !== name || parent.reported || attributes.length > 0 || closed) return false;
  if (name === TOP || name === 'cover' || rule.required.length > 0) return true;
  if (next === undefined || next.kind === 'stray' || next.kind === 'broken') return false;
  if (next.kind === 'text') return !rule.text;
  if (next.kind === 'close') return next.name !== name;
  // A group begins with its label.
  return name === 'group' ? next.name !== 'label' : !rule.children.includes(next.name);
}

/** Whether the name of an end tag is that of the element that is open, but for a slip or as HTML has it. */
const isMisspelt = (name: string, parent: OpenElement): boolean =>
  !elements.has(name) && (ownName(name) === parent.name || nearestWord(name, [parent.name]) !== null);

/** Whether an end tag stands where a text ends, and nothing of its name could stand in there. */
const isOtherEnd = (name: string, parent: OpenElement | undefined): boolean =>
  parent !== undefined &&
  !parent.reported &&
  elements.get(parent.name)?.text === true &&
  elements.has(name) &&
  !allows(parent, name);

const namesOf = ({ name, lost }: OpenElement): readonly string[] => lost ?? [name];

/** What may stand in an element, or outermost. */
const childrenOf = (parent: OpenElement | undefined): readonly string[] =>
  parent ? namesOf(parent).flatMap((name) => elements.get(name)?.children ?? []) : [TOP];

const allows = (parent: OpenElement | undefined, name: string): boolean =>
  parent !== undefined && childrenOf(parent).includes(name);

/** The elements one of which is missing between an element and the one that it stands in. */
const lostBetween = (name: string, parent: OpenElement | undefined): readonly string[] => {
  const allowed = childrenOf(parent);
  if (parent?.reported || allowed.includes(name) || holdsNothing(name)) return [];
  return allowed.filter((one) => one !== 'p' && elements.get(one)?.children.includes(name));
};

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
  {
    parent,
    at,
    report,
    lost,
  }: {
    readonly parent: OpenElement | undefined;
    readonly at: Span;
    readonly report: Report;
    readonly lost: readonly string[];
  },
): void {
  if (!elements.has(name)) {
    report({ code: 'F005', at, message: `没有 <${name}> 这种元素`, advice: adviseElement(name) });
    return;
  }
  if (parent?.reported) return;
  const allowed = childrenOf(parent);
  if (allowed.includes(name)) return;
  const message = `<${name}> 不能写在${parent ? `<${parent.name}> 里` : '最外层'}`;
  const here = allowed.length === 0 ? '把它移出去。' : `这里可以写：${tags(allowed)}。`;
  const before = lost.length === 0 ? '' : `前面是不是少了 ${lost.map((one) => `<${one}>`).join(' 或 ')}？`;
  const advice = holdsNothing(name) ? advisePage(name) : before + here;
  report({ code: 'F006', at, message, advice });
}

const tags = (names: readonly string[]): string => [...new Set(names)].map((one) => `<${one}>`).join(' ');

const advisePage = (name: string): string =>
  `<${name}/> 写在 <${TOP}> 里，<table>、<lines> 的前面或后面；一个表格要从这里分页，就分成两个 <table>。`;
