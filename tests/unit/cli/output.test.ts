import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replaceFile, spareInputs, writeTogether, writeWhole } from '../../../src/cli/disk/output.ts';
import { folderWith, problemsOf, soundValue } from './support.ts';

const bytes = new TextEncoder().encode('新');

describe('writing a file', () => {
  it('makes folders as needed and leaves only the file', () => {
    const folder = folderWith();
    expect(soundValue(writeWhole(`${folder}/a/b/c.pdf`, bytes))).toBe(`${folder}/a/b/c.pdf`);
    expect(readdirSync(`${folder}/a/b`)).toEqual(['c.pdf']);
    expect(readFileSync(`${folder}/a/b/c.pdf`, 'utf8')).toBe('新');
  });

  it('replaces what was there', () => {
    const folder = folderWith({ 'a.pdf': '旧的，长一些' });
    soundValue(writeWhole(`${folder}/a.pdf`, bytes));
    expect(readFileSync(`${folder}/a.pdf`, 'utf8')).toBe('新');
  });

  it('does not touch a file that holds the same bytes', () => {
    const folder = folderWith({ 'a.pdf': bytes });
    utimesSync(`${folder}/a.pdf`, 1, 1);
    soundValue(writeWhole(`${folder}/a.pdf`, bytes));
    expect(statSync(`${folder}/a.pdf`).mtimeMs).toBe(1000);
    soundValue(writeWhole(`${folder}/a.pdf`, new TextEncoder().encode('旧')));
    expect(statSync(`${folder}/a.pdf`).mtimeMs).not.toBe(1000);
  });

  it('takes a text piece by piece, in any length', () => {
    const folder = folderWith();
    const pieces = Array.from({ length: 60 }, (_, i) => `${i}行𠮷`.repeat(i * 40));
    soundValue(writeWhole(`${folder}/a.json`, pieces));
    expect(readFileSync(`${folder}/a.json`, 'utf8')).toBe(pieces.join(''));
    soundValue(writeWhole(`${folder}/b.json`, []));
    expect(readFileSync(`${folder}/b.json`, 'utf8')).toBe('');
  });

  it('leaves what was there where a text breaks off, and tells no tale of the disk', () => {
    const folder = folderWith({ 'a.json': '旧' });
    const broken = function* () {
      yield '新'.repeat(100_000);
      throw new Error('no more');
    };
    expect(() => writeWhole(`${folder}/a.json`, broken())).toThrow('no more');
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(readFileSync(`${folder}/a.json`, 'utf8')).toBe('旧');
  });

  it('E006: over a folder fails, says why, and leaves nothing behind', () => {
    const folder = folderWith({ 'a.pdf/x': '' });
    const [problem] = problemsOf(writeWhole(`${folder}/a.pdf`, bytes));
    expect(problem).toMatchObject({ code: 'E006', at: { file: `${folder}/a.pdf` } });
    expect(problem?.message).toContain('文件夹');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  it('E006: below a file fails and leaves the file alone', () => {
    const folder = folderWith({ a: '旧' });
    const [problem] = problemsOf(writeWhole(`${folder}/a/b.pdf`, bytes));
    expect(problem?.code).toBe('E006');
    expect(problem?.message).toContain('不是文件夹');
    expect(readFileSync(`${folder}/a`, 'utf8')).toBe('旧');
  });

  it('E006: a name that is too long is called so', () => {
    const folder = folderWith();
    const [problem] = problemsOf(writeWhole(`${folder}/${'长'.repeat(200)}.pdf`, bytes));
    expect(problem?.message).toContain('太长');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('files that belong together', () => {
  it('are all as they were where one of them cannot be written', () => {
    const folder = folderWith({ 'a.pdf': '旧', 'a.docx/x': '' });
    const files = new Map(['pdf', 'docx'].map((format) => [`${folder}/a.${format}`, bytes]));
    expect(problemsOf(writeTogether(files, false)).map(({ code }) => code)).toEqual(['E006']);
    expect(readFileSync(`${folder}/a.pdf`, 'utf8')).toBe('旧');
    expect(readdirSync(folder).sort()).toEqual(['a.docx', 'a.pdf']);
  });
});

describe('a file that people wrote', () => {
  it('may be read by the same people when it is written anew', () => {
    const folder = folderWith({ 'a.yaml': '旧' });
    for (const mode of [0o600, 0o666, 0o640]) {
      chmodSync(`${folder}/a.yaml`, mode);
      soundValue(replaceFile(`${folder}/a.yaml`, new TextEncoder().encode(`新${mode}`)));
      expect(statSync(`${folder}/a.yaml`).mode & 0o777).toBe(mode);
    }
  });

  it('is not written over with what was read from it, whatever it is called', () => {
    const folder = folderWith({ 'a.yaml': '' });
    symlinkSync('a.yaml', `${folder}/b.yaml`);
    for (const name of ['a.yaml', 'b.yaml', './x/../a.yaml'])
      expect(problemsOf(spareInputs(`${folder}/${name}`, [`${folder}/a.yaml`])).map(({ code }) => code)).toEqual([
        'E006',
      ]);
    expect(soundValue(spareInputs(`${folder}/c.yaml`, [`${folder}/a.yaml`]))).toBe(`${folder}/c.yaml`);
  });
});
