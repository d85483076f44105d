import fc from 'fast-check';
import { test } from 'vitest';
import { forms } from '../support/arbitrary-papers.ts';
import { setForm } from '../support/set-form.ts';
import { pictureGrid, buildGrids } from '../../src/grid/index.ts';
import { measureDocument } from '../../src/measure/index.ts';
import { fakeSetup } from '../support/fake-fonts.ts';

test('probe', () => {
  const seen = new Map<string, number>();
  const r = fc.check(fc.property(forms, (form) => {
    try { setForm(form); } catch (e) { if (String(e).includes('L002')) throw e; }
  }), { seed: Number(process.env.SEED ?? 1), numRuns: 300 });
  if (!r.failed) { console.log('ok'); return; }
  const [form] = r.counterexample!;
  const g = buildGrids(form); if (!g.ok) throw 1;
  const b = g.value.sections[0]!.blocks.at(-1)!;
  const m = measureDocument(g.value, fakeSetup);
  if (b.kind === 'grid' && m.ok) { const mg = m.value.sections[0]!.blocks.at(-1)!; console.log(pictureGrid(b), JSON.stringify(b.headers), JSON.stringify(form.sections[0]!.paper), form.sections[0]!.blocks.length, mg.kind === 'grid' && mg.cells.map((c, i) => `${i} ${mg.grid.cells[i]!.role} y${mg.grid.cells[i]!.y}h${mg.grid.cells[i]!.height} lines ${c.lineCount} need ${c.need}`)); }
  console.log(r.numShrinks, r.errorInstance);
});
