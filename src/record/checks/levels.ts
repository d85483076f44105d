import { type Diagnostic, flatMap } from '../../base/index.ts';
import type { Checks } from '../../blueprint/index.ts';

/** Gives findings the levels that a form chose for their rules; rules that it switched off are left out. */
export function levelFindings(findings: readonly Diagnostic[], { levels }: Checks): readonly Diagnostic[] {
  if (levels.size === 0) return findings;
  return flatMap(findings, (finding) => {
    const level = levels.get(finding.code);
    if (level === 'off') return [];
    return level === undefined || level === finding.severity ? [finding] : [{ ...finding, severity: level }];
  });
}
