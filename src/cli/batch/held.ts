import type { Diagnostic } from '../../base/index.ts';
import type { RecordResult } from './types.ts';

/** A result that is held until a run ends: what was found is kept as bytes, which take less room than objects. */
export function held({ findings, ...result }: RecordResult): RecordResult {
  const bytes = Buffer.from(JSON.stringify(findings));
  return {
    ...result,
    get findings() {
      return JSON.parse(bytes.toString()) as readonly Diagnostic[];
    },
  };
}
