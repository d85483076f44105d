import { readFileSync, statSync } from 'node:fs';
import { remembered, type World } from '../../../base/index.ts';
import { digestOf } from '../../disk/digest.ts';
import { relativePath } from '../../disk/paths.ts';
import type { Input } from '../../inputs/inputs.ts';
import { answerTo, digestOfText } from '../../presses/noting.ts';
import { outputFile } from '../../render-one.ts';
import type { Errand } from '../engine.ts';
import type { RecordResult } from '../types.ts';
import type { Common } from './common.ts';
import { renamed } from './ledger.ts';
import type { KnownOutput, KnownRecord, Manifest } from './manifest.ts';

/** A record whose output is what would be made anew. */
export type Standing = {
  readonly result: RecordResult;
  /** What is known of it now, where that differs from the manifest: its file or the stamps of its output. */
  readonly news: KnownRecord | null;
};

export type Ground = {
  readonly known: Manifest;
  readonly common: Common;
  /** Answers as the presses of forms would be answered. */
  readonly world: World;
  readonly errand: Pick<Errand, 'out' | 'format'>;
};

/** Finds out which records need not be made anew; each question to the world is asked once. */
export function openStanding({ known, common, world, errand }: Ground): (input: Input) => Standing | null {
  const { out, format: formats } = errand;
  const holds = remembered((key: string): boolean => {
    const basis = known.bases.get(key);
    return (
      basis?.common === common.digest &&
      [...basis.answers].every(([question, answer]) => answerTo(question, world) === answer)
    );
  });
  return (input) => {
    const record = known.records.get(input.target);
    if (record === undefined || !holds(record.basis)) return null;
    const asked = formats.map((format) => record.outputs.find((one) => one.format === format && !one.isOld));
    if (!asked.every((output) => output !== undefined)) return null;
    const text = world.readText(input.file);
    if (!text.ok || digestOfText(text.value, world.isMarked(input.file)) !== record.text) return null;
    const now = asked.map((output) => asItStands(outputFile(out, input, output.format), output));
    if (!now.every((output) => output !== null)) return null;
    const file = relativePath(out, input.file);
    const isNew = file !== record.file || now.some((output, i) => output !== asked[i]);
    const outputs = record.outputs.map((one) => now.find(({ format }) => format === one.format) ?? one);
    return {
      result: resultOf(input, record, { out, outputs: now }),
      news: isNew ? { ...record, file, outputs } : null,
    };
  };
}

/** An output with the stamp it has by now; null where its content is no longer what we wrote. */
function asItStands(file: string, known: KnownOutput): KnownOutput | null {
  try {
    const { size, mtimeMs: modified } = statSync(file);
    if (size !== known.bytes) return null;
    if (modified === known.modified) return known;
    return digestOf(readFileSync(file)) === known.sha256 ? { ...known, modified } : null;
  } catch {
    return null;
  }
}

function resultOf(
  input: Input,
  { pages, findings }: KnownRecord,
  { out, outputs }: { readonly out: string; readonly outputs: readonly KnownOutput[] },
): RecordResult {
  return {
    file: input.file,
    state: 'unchanged',
    pages,
    outputs: outputs.map(({ isOld: _, ...output }) => ({ file: outputFile(out, input, output.format), ...output })),
    findings: renamed(findings, '', input.file),
    told: [],
    time: 0,
  };
}
