import { type Diagnostic, type DiagnosticInit, diagnostic, type Span } from '../../base/index.ts';
import { limits } from './limits.ts';
import type { ParsedTemplate } from './parse.ts';
import type { Partials } from './partials.ts';
import { countAdvice, isPath, resolvePath, type Scope } from './paths.ts';
import type { Shape } from './shape.ts';

/** Where a template is being checked. */
export type Place = {
  readonly template: ParsedTemplate;
  readonly scope: Scope;
  readonly partials: Partials;
  /** The names of the form's own styles. */
  readonly styles: readonly string[];
  /** Inside {{#each}}: there is a number to print. */
  readonly counted: boolean;
  /** Where partials were called to come here, the latest first. */
  readonly calls: readonly Span[];
  readonly problems: Diagnostic[];
  /** The values that are printed somewhere. */
  readonly printed: Set<Shape>;
  /** What has been walked through so far, for the form and all partials that it calls. */
  readonly walk: Walk;
};

/** Partials that call partials can be more to walk through than any computer does: each may call the next one twice. */
export type Walk = { walked: number };

/** Reports a fault of a template, with the calls that led to it. A partial called twice is told of once. */
export function report(fault: DiagnosticInit, { calls, problems }: Pick<Place, 'calls' | 'problems'>): void {
  const { at, message } = fault;
  if (problems.length >= limits.faults) return;
  const known = problems.some((one) => one.at.start === at.start && one.message === message && one.at.file === at.file);
  if (known) return;
  const related = calls.map((call) => ({ at: call, message: '从这里用到这个部件' }));
  problems.push(diagnostic({ ...fault, related: [...(fault.related ?? []), ...related] }));
}

/** What stands at a path; null (reported at `at`) where it is no path or leads to no field. */
export function look(path: hbs.AST.Expression, at: Span, place: Place): Shape | null {
  if (!isPath(path) || path.data) {
    const isIndex = isPath(path) && path.original === '@index';
    const advice = isIndex ? countAdvice : '写成 {{字段}} 或 {{组.字段}}。';
    report({ code: 'F002', at, message: '这里应写字段的名称', advice }, place);
    return null;
  }
  const resolved = resolvePath(path, place.scope);
  if (resolved.ok) return resolved.shape;
  report({ code: 'F008', at, message: resolved.message, advice: resolved.advice }, place);
  return null;
}
