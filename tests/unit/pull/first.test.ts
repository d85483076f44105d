import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pull } from '../../../src/pull/index.ts';
import { readDocx } from '../../../src/read/index.ts';
import { realPress } from '../../support/real-world.ts';
import { successOf } from '../../support/set-form.ts';
import { revisions } from '../compare/realistic.ts';

const texts = new Map<string, string>();
const press = realPress(texts);
describe.each(revisions.map((one) => one))('$name', ({ file, before, after }) => {
  test('goes', async () => {
    texts.set('data/a.yaml', after);
    const { files } = successOf(await press.render('data/a.yaml', ['docx']));
    const content = successOf(readDocx(files.get('docx') as Uint8Array, 'a.docx'));
    const engine = { open: (text: string) => press.open(file, text), expand: press.expand };
    const t = performance.now();
    const out = pull(content, successOf(engine.open(before)), engine);
    console.log(performance.now() - t);
    if (!out.ok) {
      console.log(out.problems);
    }
    const got = successOf(out);
    console.log(got.problems);
    const { writeFileSync } = await import('node:fs');
    writeFileSync('/tmp/w/old.yaml', before);
    writeFileSync('/tmp/w/new.yaml', got.text);
    const { spawnSync } = await import('node:child_process');
    console.log(spawnSync('diff', ['/tmp/w/old.yaml', '/tmp/w/new.yaml']).stdout.toString());
    expect(got.problems).toEqual([]);
  });
});
void readFileSync;
