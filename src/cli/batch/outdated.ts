import { existsSync } from 'node:fs';
import { formats } from '../../wishes.ts';
import type { Input } from '../inputs.ts';
import { outputFile, type Target } from '../render-one.ts';
import type { RecordResult } from './types.ts';

/** The output of earlier runs that records which failed this time still have: whoever sends the folder on sends it too. */
export function outdatedOutputs(
  records: readonly RecordResult[],
  inputs: readonly Input[],
  { out, format }: Target,
): readonly string[] {
  const failed = new Set(records.flatMap(({ file, state }) => (state === 'failed' ? [file] : [])));
  const outputs = inputs
    .filter(({ file, target }) => target !== '' && failed.has(file))
    .flatMap((input) => format.map((one) => outputFile(out, input, one)));
  return [...new Set(outputs)].filter((file) => existsSync(file));
}

/** The other format of records that were made anew, from a run before: it may not be what they say now. */
export function otherFormats(
  records: readonly RecordResult[],
  inputs: readonly Input[],
  { out, format }: Target,
): readonly string[] {
  const others = formats.filter((one) => !format.includes(one));
  const written = new Set(records.flatMap(({ file, state }) => (state === 'written' ? [file] : [])));
  const outputs = inputs
    .filter(({ file }) => written.has(file))
    .flatMap((input) => others.map((one) => outputFile(out, input, one)));
  return outputs.filter((file) => existsSync(file));
}
