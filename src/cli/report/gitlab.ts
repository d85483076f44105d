import { codes, type Severity } from '../../base/index.ts';
import { fingerprints } from './fingerprint.ts';
import type { Located } from './located.ts';

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', hint: 'info' };

/** GitLab's Code Quality report: a JSON list with one finding each; those that are accepted are left out. */
export function gitlabReport(found: readonly Located[]): string {
  const open = found.filter(({ diagnostic }) => diagnostic.accepted === null);
  const names = fingerprints(open);
  const issues = open.map(({ diagnostic: { code, severity, message, advice }, at }, i) => ({
    description: `${codes[code]}：${message}。办法：${advice}`,
    check_name: code,
    fingerprint: names[i],
    severity: severities[severity],
    location: { path: at.file, lines: { begin: at.region?.start.line ?? 1, end: at.region?.end.line ?? 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
