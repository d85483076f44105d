import type { Code } from '../../../src/base/index.ts';
import type { CommandExample, Example, PressExample } from './example.ts';
import { exampleForm, FORM, RECORD, TEMPLATE } from './form.ts';

/** What may be done about a finding besides mending it. */
export type Handling =
  /** It must be mended: nothing is printed. */
  | 'mend'
  /** It must be mended: two records cannot be compared; nothing would be printed anyway. */
  | 'compare'
  /** It must be mended: the file is not read; what is done with others does not depend on it. */
  | 'read'
  /** It must be mended: it is not written back into the record, which is printed as it is. */
  | 'pull'
  /** It is printed nevertheless, and told every time. */
  | 'stays'
  /** A rule: the author may accept it beside the field, the form may change its level or switch it off. */
  | 'rule';

/** What a page says of a code. The examples are run: the wrong one gives the code, the right one does not. */
export type CodePage = {
  readonly code: Code;
  readonly meaning: string;
  readonly why: string;
  readonly wrong: Example;
  /** How it is right; null where no file can show it, and `how` says it in words. */
  readonly right: Example | null;
  readonly how: string;
  readonly handling: Handling;
};

type Said = { readonly meaning: string; readonly why: string; readonly how?: string; readonly handling?: Handling };
type Pair = { readonly wrong: Example; readonly right: Example | null };

export const page = (code: Code, { meaning, why, how, handling }: Said, { wrong, right }: Pair): CodePage => ({
  code,
  meaning,
  why,
  wrong,
  right,
  how: how ?? '',
  handling: handling ?? 'mend',
});

/** A record written in two ways; the form and its name are put before it where it does not begin with its own. */
export const records = (wrong: string, right: string): Pair => ({ wrong: record(wrong), right: record(right) });

/** A whole record. */
export function record(text: string): PressExample {
  const whole = text.replace(/^\n/u, '');
  return { kind: 'press', files: { [RECORD]: whole }, shown: [{ file: RECORD, text: whole }] };
}

/** A part of the example record’s file after the three lines that every record of the form has. */
export const bodies = (wrong: string, right: string): Pair => records(head + trimmed(wrong), head + trimmed(right));

const head = '表: 示例表\n年度: 2024\n部门名称: 甲局\n';
const trimmed = (text: string): string => text.replace(/^\n/u, '');

/** A stretch of the example’s form.yaml or form.hbs, wrong and as it stands; with a record where one is needed. */
export function patches(
  file: 'form' | 'template',
  [from, to]: readonly [right: string, wrong: string],
  body = '',
): Pair {
  const name = file === 'form' ? FORM : TEMPLATE;
  const whole = exampleForm[name] ?? '';
  if (!whole.includes(from)) throw new Error(`the example form has no “${from}”`);
  const data = body === '' ? undefined : head + trimmed(body);
  const files = (text: string) => ({ [name]: text, ...(data !== undefined && { [RECORD]: data }) });
  const shown = (text: string) => [
    { file: name, text: `${text}\n` },
    ...(data === undefined ? [] : [{ file: RECORD, text: data }]),
  ];
  return {
    wrong: { kind: 'press', files: files(whole.replace(from, () => to)), shown: shown(to) },
    right: { kind: 'press', files: files(whole), shown: shown(from) },
  };
}

type Files = PressExample['files'];

/** Files beside the example form, shown whole, wrong and right. */
export function files(wrong: Files, right: Files): Pair {
  const example = (given: Files): PressExample => ({
    kind: 'press',
    files: given,
    shown: Object.entries(given).flatMap(([file, text]) => (typeof text === 'string' ? [{ file, text }] : [])),
  });
  return { wrong: example(wrong), right: example(right) };
}

/** A command that goes wrong; what is right cannot be shown as a file. */
export const command = (
  args: readonly string[],
  content: Readonly<Record<string, string | Uint8Array>>,
  { shows, git = 'none' }: Pick<CommandExample, 'shows'> & Partial<Pick<CommandExample, 'git'>>,
): Pair => ({ wrong: { kind: 'command', args, files: content, shows, git } satisfies CommandExample, right: null });
