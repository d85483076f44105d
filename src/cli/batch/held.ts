import type { Diagnostic } from '../../base/index.ts';
import type { RecordResult } from './types.ts';

/** A result that is held until a run ends: what was found is kept as bytes, which take less room than objects. */
export const held = (result: RecordResult): RecordResult => new HeldResult(result);

/** Its getter is of the class: an object with one of its own costs V8 a kilobyte. */
class HeldResult implements RecordResult {
  readonly file: string;
  readonly state: RecordResult['state'];
  readonly pages: number | null;
  readonly outputs: RecordResult['outputs'];
  readonly told: readonly string[];
  readonly time: number;
  readonly #findings: Buffer;

  constructor({ file, state, pages, outputs, findings, told, time }: RecordResult) {
    this.file = file;
    this.state = state;
    this.pages = pages;
    this.outputs = outputs;
    this.told = told;
    this.time = time;
    this.#findings = Buffer.from(JSON.stringify(findings));
  }

  get findings(): readonly Diagnostic[] {
    return JSON.parse(this.#findings.toString()) as readonly Diagnostic[];
  }
}
