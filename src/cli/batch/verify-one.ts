import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, type Outcome, settle } from '../../base/index.ts';
import type { Press } from '../../press.ts';
import { digestOf } from '../disk/digest.ts';
import { fileFault } from '../disk/file-fault.ts';
import type { Input } from '../inputs/inputs.ts';
import { type Made, outputFile, type Target } from '../render-one.ts';
import type { Output } from './types.ts';

/** Sets one record and compares it with its files; E012 for each that is not there or differs. Writes nothing. */
export async function verifyOne(
  input: Input,
  { press }: { readonly press: Press },
  { out, format: formats }: Target,
): Promise<Outcome<Made>> {
  const rendered = await press.render(input.file, formats);
  if (!rendered.ok) return rendered;
  const problems: Diagnostic[] = [];
  const outputs: Output[] = [];
  for (const [format, bytes] of rendered.value.files) {
    const file = outputFile(out, input, format);
    const there = lookAt(file);
    if (there === null) problems.push(missing(file, input));
    else if (!there.bytes.equals(bytes)) problems.push(different(file, input));
    else outputs.push({ file, format, bytes: bytes.length, modified: there.modified, sha256: digestOf(bytes) });
  }
  return settle({ pages: rendered.value.pages, outputs, told: [] }, [...rendered.warnings, ...problems]);
}

function lookAt(file: string): { readonly bytes: Buffer; readonly modified: number } | null {
  try {
    return { bytes: readFileSync(file), modified: statSync(file).mtimeMs };
  } catch {
    return null;
  }
}

const missing = (file: string, record: Input): Diagnostic => mismatch(file, record, '没有这个成品，或者读不了它');

const different = (file: string, record: Input): Diagnostic =>
  mismatch(file, record, '成品和现在的数据、模板、字库做出来的不一样');

const mismatch = (file: string, record: Input, what: string): Diagnostic =>
  fileFault('E012', file, [`${what}（数据是 ${record.file}）`, '重新生成：同样的命令去掉 --verify。']);
