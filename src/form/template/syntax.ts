import Handlebars from 'handlebars';
import { type Diagnostic, type DiagnosticInit, diagnostic, type Span } from '../../base/index.ts';
import { blockSlips } from './block-slips.ts';
import { checkContent, type OpenElement, unended } from './check-content.ts';
import { limits } from './limits.ts';
import { blocks, type Mustache } from './mustaches.ts';
import { countAdvice } from './paths.ts';
import { unknownNames } from './unknown-names.ts';

type Source = { readonly file: string; readonly text: string; readonly mustaches: readonly Mustache[] };

/** A template with all names that its form has, where they are known. */
type FormSource = Source & { readonly names: ReadonlySet<string> | null };

/**
 * Everything that can be told of a template that Handlebars cannot read: it stops at the first fault, so each `{{…}}` is
 * tried by itself, blocks are paired here, elements are checked as if there were no `{{…}}` at all, and fields are told that
 * the form has nowhere.
 */
export function syntaxFaults({ file, text, mustaches: found, names }: FormSource): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const at = ({ start, end }: Mustache): Span => ({ file, start, end });
  const slips = blockSlips(text, found);
  for (const { slip, message, advice } of slips)
    faults.push(diagnostic({ code: 'F001', at: at(slip), message, advice }));
  const meant = new Map(slips.map(({ slip }) => [slip.start, slip]));
  const others = slips.filter(({ slip }) => found.every(({ start }) => start !== slip.start));
  const mustaches = [...found.map((one) => meant.get(one.start) ?? one), ...others.map(({ slip }) => slip)].sort(
    (a, b) => a.start - b.start,
  );
  for (const one of mustaches) {
    if (meant.has(one.start)) continue;
    if (faults.length >= limits.faults) return faults;
    if (isReadable(text.slice(one.start, one.end), one)) continue;
    const advice = adviseMustache(text.slice(one.start, one.end), one);
    faults.push(diagnostic({ code: 'F001', at: at(one), message: '这个 {{ }} 写法有误', advice }));
  }
  faults.push(...pairingFaults(mustaches, at));
  return faults.length === 0
    ? faults
    : [
        ...faults,
        ...contentFaults({ file, text, mustaches }),
        ...(names === null ? [] : unknownNames({ file, text, mustaches }, names)),
      ].slice(0, limits.faults);
}

/** What is wrong with the elements of a template wherever it is called, as if there were no `{{…}}` in it. */
export function contentFaults({ file, text, mustaches }: Source): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const report = (fault: DiagnosticInit): void => {
    if (faults.length < limits.faults) faults.push(diagnostic(fault));
  };
  const place = { file, start: 0, end: text.length };
  const content = blanked(text, mustaches);
  const open = checkContent(content, place, { open: [anywhere], base: 1, report, styles: null });
  for (const { name, at: unfinished } of unended(open, 1)) {
    report({ code: 'F006', at: unfinished, message: `<${name}> 没有结束`, advice: `补上 </${name}>。` });
  }
  return faults;
}

/** Partials begin anywhere: what stands outermost is let pass. */
const anywhere: OpenElement = { name: '', at: { file: '', start: 0, end: 0 }, reported: true };

/** The text with blanks for its mustaches, so that all places stay. */
function blanked(text: string, mustaches: readonly Mustache[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end } of mustaches) {
    parts.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function isReadable(text: string, { kind, name, ended }: Mustache): boolean {
  if (!ended) return false;
  if (kind === 'close' || kind === 'else' || kind === 'comment') return text.endsWith('}}');
  try {
    Handlebars.parseWithoutProcessing(kind === 'open' ? `${text}{{/${name}}}` : text);
    return true;
  } catch {
    return false;
  }
}

/** A field's name with brackets or blanks in it is the usual slip: it stands in square brackets. */
function adviseMustache(text: string, one: Mustache): string {
  if (text.includes('@index')) return countAdvice;
  if (/^\{\{#(?:if|unless)\b.*[=<>!]/su.test(text)) return '{{#if}} 只看一项有没有内容，不能比较、不能算。';
  const inside = /^\{\{([^{}[\]"'#/>]+)\}\}$/.exec(text)?.[1]?.trim() ?? '';
  if (inside !== '' && isReadable(`{{[${inside}]}}`, one)) return `字段名里有括号或空格，就写成 {{[${inside}]}}。`;
  return '检查花括号和引号是否成对，例如 {{字段}}、{{#each 列表}}、{{> 部件 参数=字段}}。';
}

function pairingFaults(mustaches: readonly Mustache[], at: (one: Mustache) => Span): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const open: Mustache[] = [];
  const bares = mustaches.filter(({ kind, name }) => kind === 'value' && blocks.includes(name));
  const bareBefore = (one: Mustache): Mustache | undefined => {
    const index = bares.findLastIndex(({ name, start }) => name === one.name && start < one.start);
    return index === -1 ? undefined : bares.splice(index, 1)[0];
  };
  const unclosed = (one: Mustache) => {
    const index = bares.findIndex(({ name, start }) => name === one.name && start > one.start);
    const [bare] = index === -1 ? [] : bares.splice(index, 1);
    if (bare !== undefined) {
      const words = { message: `{{${one.name}}} 少了“/”`, advice: `写成 {{/${one.name}}}。` };
      faults.push(diagnostic({ code: 'F001', at: at(bare), ...words }));
      return;
    }
    const advice = `补上 {{/${one.name}}}，或删去这一个。`;
    faults.push(diagnostic({ code: 'F001', at: at(one), message: `{{#${one.name}}} 没有 {{/${one.name}}}`, advice }));
  };
  for (const one of mustaches) {
    if (one.kind === 'open') open.push(one);
    if (one.kind !== 'close') continue;
    const index = open.findLastIndex(({ name }) => name === one.name);
    const last = open.at(-1);
    const bare = index === -1 ? bareBefore(one) : undefined;
    if (bare !== undefined) {
      const message = `{{${one.name} …}} 少了“#”`;
      faults.push(diagnostic({ code: 'F001', at: at(bare), message, advice: `写成 {{#${one.name} …}}。` }));
      continue;
    }
    if (index === -1) {
      const related = last ? [{ at: at(last), message: '还没有结束的是这一个' }] : [];
      const message = last
        ? `{{#${last.name}}} 和 {{/${one.name}}} 没有配对`
        : `{{/${one.name}}} 没有对应的 {{#${one.name}}}`;
      const advice = last ? `写成 {{/${last.name}}}。` : '删去它，或在前面补上开头。';
      faults.push(diagnostic({ code: 'F001', at: at(one), message, advice, related }));
      open.pop();
    } else {
      for (const left of open.slice(index + 1)) unclosed(left);
      open.length = index;
    }
  }
  for (const left of open) unclosed(left);
  return faults.slice(0, limits.faults);
}
