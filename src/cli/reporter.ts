import type { Diagnostic, World } from '../base/index.ts';
import { renderDiagnostics, summary } from './print.ts';
import type { Terminal } from './terminal.ts';

/** Prints diagnostics as they come and counts them for the end of a run. */
export type Reporter = {
  /** Shows each diagnostic once in a run: a fault of a template is found again with every record. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  /** The counts of all that was shown; nothing where nothing was. */
  readonly finish: () => void;
};

export function openReporter(terminal: Terminal, world: World): Reporter {
  const shown: Diagnostic[] = [];
  const known = new Set<string>();
  const readSource = (file: string): string | undefined => {
    const outcome = world.readText(file);
    return outcome.ok ? outcome.value : undefined;
  };
  return {
    report: (diagnostics) => {
      const fresh = diagnostics.filter((one) => {
        if (one.severity === 'hint') return false;
        const key = `${one.code}\0${one.at.file}\0${one.at.start}\0${one.message}`;
        const isFresh = !known.has(key);
        known.add(key);
        return isFresh;
      });
      if (fresh.length === 0) return;
      shown.push(...fresh);
      terminal.err(`${renderDiagnostics(fresh, readSource, { color: terminal.color.err })}\n`);
    },
    finish: () => {
      const counts = summary(shown);
      if (counts !== '') terminal.err(`共 ${counts}。\n`);
    },
  };
}
