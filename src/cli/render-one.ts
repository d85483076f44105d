import { statSync } from 'node:fs';
import { alongside, type Outcome, succeed } from '../base/index.ts';
import type { Press } from '../press.ts';
import type { Format } from '../wishes.ts';
import type { Output, RecordResult } from './batch/types.ts';
import { digestOf } from './disk/digest.ts';
import { writeTogether } from './disk/output.ts';
import type { Input } from './inputs/inputs.ts';
import { visibleText } from './width.ts';
import type { Job } from './workshop.ts';

/** Where output goes, and in which formats. */
export type Target = { readonly out: string; readonly format: readonly Format[] };

/** A record as it was rendered and written. */
export type Made = Pick<RecordResult, 'pages' | 'outputs' | 'told'>;

/** Where the output of a record lies, as the user would name it. */
export const outputFile = (out: string, { target }: Pick<Input, 'target'>, format: Format): string =>
  `${out}/${target}.${format}`;

/** Sets one record and writes its files. */
export async function renderOne(
  input: Input,
  { press, tell }: { readonly press: Press; readonly tell: Job['tell'] },
  { out, format: formats }: Target,
): Promise<Outcome<Made>> {
  const rendered = await press.render(input.file, formats);
  if (!rendered.ok) return rendered;
  const { pages, files, set } = rendered.value;
  const made = [...files].map(([format, bytes]) => ({ file: outputFile(out, input, format), format, bytes }));
  const written = writeTogether(new Map(made.map(({ file, bytes }) => [file, bytes])), false);
  if (!written.ok) return alongside(rendered.warnings, written);
  const outputs = made.map(({ file, format, bytes }): Output => {
    const { mtimeMs: modified } = statSync(file);
    return { file, format, bytes: bytes.length, modified, sha256: digestOf(bytes) };
  });
  return succeed({ pages, outputs, told: tell(set) }, rendered.warnings);
}

/** What is told of a record: a line for each file, and how it was set. */
export const madeLines = ({ pages, outputs, told }: Made, isNew = true): readonly string[] => [
  ...outputs.map(({ file, format }) => {
    const length = format === 'pdf' && pages !== null ? `（${pages}页）` : '';
    return `${isNew ? '已生成' : '没有变'} ${visibleText(file)}${length}`;
  }),
  ...told,
];
