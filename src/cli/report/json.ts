import { codes } from '../../base/index.ts';
import type { Located, Location } from './located.ts';
import type { Tally } from './tally.ts';

/** Counts up when a field changes its meaning or goes; new fields do not change it. */
const VERSION = 1;

/** Findings as one JSON document; offsets and columns count UTF-16 units, columns and lines from 1. */
export function jsonReport(found: readonly Located[], summary: Tally): string {
  return `${JSON.stringify({ version: VERSION, summary, diagnostics: found.map(jsonFinding) }, null, 2)}\n`;
}

/** A finding as programs read it. */
export const jsonFinding = ({ diagnostic, at, related }: Located) => ({
  code: diagnostic.code,
  name: codes[diagnostic.code],
  severity: diagnostic.severity,
  message: diagnostic.message,
  advice: diagnostic.advice,
  ...placed(at),
  related: related.map((one) => ({ message: one.message, ...placed(one.at) })),
  accepted: diagnostic.accepted,
});

const placed = ({ file, region }: Location) => ({ file, start: region?.start ?? null, end: region?.end ?? null });
