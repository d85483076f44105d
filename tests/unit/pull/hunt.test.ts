import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { textsOf } from '../../../src/pull/printed/texts.ts';
import { editedText } from './support/edit-script.ts';
import { bodyOf, wrapped } from './support/plain-docx.ts';
import { opened, press, pullInto, records } from './support/pulling.ts';
import { noisyRuns } from './support/word-noise.ts';
test('hunt', () => {
  const from = Number(process.env.FROM ?? 0);
  const to = Number(process.env.TO ?? 60);
  for (const [name, file] of Object.entries(records)) {
    if (process.env.ONLY && process.env.ONLY !== name) continue;
    const text = readFileSync(file, 'utf8');
    const before = opened(file, text);
    let bad = 0, skipped = 0;
    for (let seed = from; seed < to; seed += 1) {
      const now = editedText(text, before.record.blueprint.fields, seed * 7919);
      const wanted = press.open(file, now);
      if (!wanted.ok) { skipped += 1; if (skipped < 2) console.log('skip', wanted.problems[0].message); continue; }
      try {
        const pulled = pullInto(wrapped(bodyOf(wanted.value.form, noisyRuns(seed))), file, text);
        const probs = (pulled.ok ? pulled.value.problems : pulled.problems).map((p) => `${p.code} ${p.message}`);
        const a = pulled.ok ? [...textsOf(pulled.value.after.record.root)].map((x) => x.join('=').replaceAll('\0', '/').replaceAll('\n', '¶')) : [];
        const b = [...textsOf(wanted.value.record.root)].map((x) => x.join('=').replaceAll('\0', '/').replaceAll('\n', '¶'));
        const wrong = pulled.ok ? a.map((x, i) => [x, b[i]]).filter(([x, y]) => x !== y).slice(0, 3) : [];
        if (probs.length || wrong.length || (pulled.ok && a.length !== b.length)) {
          bad += 1;
          if (bad <= Number(process.env.SHOW ?? 3)) {
            console.log(`BAD ${name} ${seed}`, probs.slice(0, 3), JSON.stringify(wrong).slice(0, 600));
            writeFileSync(`/tmp/w/bad-${name}-${seed}.wanted.yaml`, now);
            if (pulled.ok) writeFileSync(`/tmp/w/bad-${name}-${seed}.got.yaml`, pulled.value.text);
          }
        }
      } catch (error) {
        bad += 1;
        if (bad <= 3) { console.log(`THROWN ${name} ${seed}`, (error as Error).stack?.split('\n').slice(0, 6).join('\n')); writeFileSync(`/tmp/w/bad-${name}-${seed}.wanted.yaml`, now); }
      }
    }
    console.log(`${name}: ${bad} bad, ${skipped} skipped of ${to - from}`);
  }
}, 600000);
