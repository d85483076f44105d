import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file written anew, continued, or with one line of it replaced. */
type Edit = { readonly file: string; readonly text: string } & (
  | { readonly kind: 'write' }
  | { readonly kind: 'append' }
  | { readonly kind: 'replace'; readonly old: string }
);

/** What a page of docs/ asks its reader to do, in its order. */
export type Step =
  | Edit
  /** A command, and what it prints. */
  | { readonly kind: 'run'; readonly args: readonly string[]; readonly prints: string | null }
  /** Something shown that no command above it prints. */
  | { readonly kind: 'shown'; readonly text: string };

const block = /(?:^(?<before>[^\n]+)\n\n)?^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gm;

/** The steps of a page, from its blocks and the sentences before them. */
export function stepsOf(page: string): Step[] {
  const steps: Step[] = [];
  for (const { groups } of page.matchAll(block)) {
    const { before = '', language = '', text = '' } = groups ?? {};
    const last = steps.at(-1);
    if (language === 'sh')
      for (const line of text.trim().split('\n'))
        steps.push({ kind: 'run', args: line.replace(/^npx biaoli /, '').split(' '), prints: null });
    else if (language !== 'text') steps.push(edit(before, text));
    else if (last?.kind === 'run' && last.prints === null && before === '')
      steps[steps.length - 1] = { ...last, prints: text };
    else steps.push({ kind: 'shown', text });
  }
  return steps;
}

function edit(sentence: string, text: string): Edit {
  const write = /^文件 `([^`]+)`：$/.exec(sentence)?.[1];
  if (write !== undefined) return { kind: 'write', file: write, text };
  const append = /^接在 `([^`]+)` 后面：$/.exec(sentence)?.[1];
  if (append !== undefined) return { kind: 'append', file: append, text };
  const [, file, old] = /在 `([^`]+)` 里，把 `([^`]+)` 换成：$/.exec(sentence) ?? [];
  if (file === undefined || old === undefined) throw new Error(`a block without a file: ${sentence}`);
  return { kind: 'replace', file, old, text };
}

/** Does an edit as a careful reader would; what is to be replaced must be there once. */
export function doEdit(folder: string, step: Edit): void {
  const file = path.join(folder, step.file);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, step.kind === 'write' ? step.text : edited(readFileSync(file, 'utf8'), step));
}

function edited(before: string, step: Exclude<Edit, { kind: 'write' }>): string {
  if (step.kind === 'append') return before + step.text;
  const pieces = before.split(`${step.old}\n`);
  if (pieces.length !== 2) throw new Error(`${step.old} stands ${pieces.length - 1} times in ${step.file}`);
  return pieces.join(step.text);
}
