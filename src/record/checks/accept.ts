import { codes, type Diagnostic, diagnostic } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Acceptance } from '../acceptance.ts';
import { isWithin } from '../acceptance-scope.ts';

/**
 * Marks the findings that the author accepts; an error is never accepted. Where all findings are known, an acceptance
 * that meets none is C004, so that it goes when what it accepted is gone.
 */
export function acceptFindings(
  findings: readonly Diagnostic[],
  acceptances: readonly Acceptance[],
  areAll = true,
): readonly Diagnostic[] {
  if (acceptances.length === 0) return findings;
  const used = new Set<Acceptance>();
  const marked = findings.map((finding) => {
    if (finding.severity === 'error') return finding;
    const meant = acceptances.find(({ code, scope }) => code === finding.code && isWithin(finding.at, scope));
    if (meant === undefined) return finding;
    used.add(meant);
    return { ...finding, accepted: meant.reason };
  });
  if (!areAll) return marked;
  const stale = acceptances.filter((one) => !used.has(one)).map((one) => staleAcceptance(one, findings));
  return [...marked, ...stale];
}

function staleAcceptance({ code, at, scope }: Acceptance, findings: readonly Diagnostic[]): Diagnostic {
  const same = findings.filter((finding) => finding.code === code);
  const error = same.find((finding) => finding.severity === 'error' && isWithin(finding.at, scope));
  const elsewhere = same.find(({ severity }) => severity !== 'error');
  const rule = `${code}（${codes[code as keyof typeof codes]}）`;
  if (error) {
    const related = [{ at: error.at, message: error.message }];
    const advice = `改正那个错误，删去这一行“${words.record.accept}”。`;
    return stale({ at, message: `${rule}在这里是错误，错误不能接受`, advice, related });
  }
  const advice = elsewhere
    ? `“${words.record.accept}”只管和它同一组的内容：把它移到那里，和“${code}”所指的内容并列；用不着了就删去。`
    : '问题已经没有了，删去这一行。';
  const related = elsewhere ? [{ at: elsewhere.at, message: elsewhere.message }] : [];
  return stale({ at, message: `这里没有 ${rule}可接受`, advice, related });
}

const stale = (said: Pick<Diagnostic, 'at' | 'message' | 'advice' | 'related'>): Diagnostic =>
  diagnostic({ code: 'C004', severity: 'warning', ...said });
