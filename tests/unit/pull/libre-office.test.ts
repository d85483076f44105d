import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLibreOffice } from '../../parity/libre-office.ts';
import { successOf } from '../../support/set-form.ts';
import { press, pullInto, records } from './support/pulling.ts';

const office = findLibreOffice();
if (office === null) console.warn('没有安装 LibreOffice：跳过它另存的 DOCX 的写回测试。');

let folder = '';
beforeAll(async () => {
  if (office === null) return;
  folder = mkdtempSync(path.join(tmpdir(), 'biaoli-office-'));
  mkdirSync(path.join(folder, 'saved'));
  for (const [name, file] of Object.entries(records)) {
    const { files } = successOf(await press.render(file, ['docx']));
    writeFileSync(path.join(folder, `${name}.docx`), files.get('docx') as Uint8Array);
  }
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const inputs = Object.keys(records).map((name) => path.join(folder, `${name}.docx`));
  const args = [profile, '--headless', '--convert-to', 'docx', '--outdir', path.join(folder, 'saved'), ...inputs];
  execFileSync(office, args, { stdio: 'ignore', timeout: 240_000 });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const savedBy = (name: string): Uint8Array => readFileSync(path.join(folder, 'saved', `${name}.docx`));

describe.skipIf(office === null).each(Object.entries(records))('%s saved by LibreOffice', (name, file) => {
  const text = readFileSync(file, 'utf8');

  test('changes nothing', () => {
    expect(successOf(pullInto(savedBy(name), file, text))).toMatchObject({ text, problems: [] });
  });

  test('brings back what was changed in it', () => {
    const parts = unzipSync(savedBy(name));
    const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
    // LibreOffice parts ≥ and digits.
    const value = ['100%', '95%', '90%'].find((one) => xml.includes(`>${one}<`));
    if (value === undefined) throw new Error('no value to be changed');
    const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(`>${value}<`, '>97%<')) });
    const pulled = successOf(pullInto(bytes, file, text));
    expect(pulled.problems).toEqual([]);
    const [old, now] = [text, pulled.text].map((one) => one.split('\n')) as [string[], string[]];
    const changed = now.filter((line, i) => line !== old[i]);
    expect(changed).toEqual([expect.stringContaining('97%')]);
  });
});
