import { existsSync } from 'node:fs';
import { formats } from '../../../wishes.ts';
import type { Input } from '../../inputs/inputs.ts';
import { outputFile, type Target } from '../../render-one.ts';
import type { RecordResult } from '../types.ts';

/** The output of earlier runs that records which failed this time still have: whoever sends the folder on sends it too. */
export const outdatedOutputs = (
  records: readonly RecordResult[],
  inputs: readonly Input[],
  target: Target,
): readonly string[] => outputsThere('failed', records, inputs, target);

/** The other format of records that were made anew, from a run before: it may not be what they say now. */
export const otherFormats = (
  records: readonly RecordResult[],
  inputs: readonly Input[],
  { out, format }: Target,
): readonly string[] =>
  outputsThere('written', records, inputs, { out, format: formats.filter((one) => !format.includes(one)) });

/** The files in some formats that are there of records with a result. */
function outputsThere(
  result: RecordResult['state'],
  records: readonly RecordResult[],
  inputs: readonly Input[],
  { out, format: wanted }: Target,
): readonly string[] {
  const named = new Set(records.flatMap(({ file, state }) => (state === result ? [file] : [])));
  const outputs = inputs
    .filter(({ file, target }) => target !== '' && named.has(file))
    .flatMap((input) => wanted.map((format) => outputFile(out, input, format)));
  return [...new Set(outputs)].filter((file) => existsSync(file));
}
