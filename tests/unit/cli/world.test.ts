import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../../../src/cli/disk/world.ts';
import { codesOf, folderWith, problemsOf, soundValue } from './support.ts';

/** “部门” in GBK. */
const gbk = [0xb2, 0xbf, 0xc3, 0xc5];
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

const readAs = (content: Uint8Array | string) => nodeWorld().readText(`${folderWith({ 'a.yaml': content })}/a.yaml`);
const said = (content: Uint8Array | string): string => {
  const [problem] = problemsOf(readAs(content));
  return `${problem?.code} ${problem?.message} ${problem?.advice}`;
};

describe('reading a text', () => {
  it('gives UTF-8 as it is, without a byte order mark', () => {
    expect(soundValue(readAs('表: 甲\r\n'))).toBe('表: 甲\r\n');
    expect(soundValue(readAs(bytes([0xef, 0xbb, 0xbf], '表: 甲')))).toBe('表: 甲');
  });

  it('reads a file anew each time', () => {
    const folder = folderWith({ 'a.yaml': '1' });
    const world = nodeWorld();
    soundValue(world.readText(`${folder}/a.yaml`));
    writeFileSync(`${folder}/a.yaml`, '2');
    expect(soundValue(world.readText(`${folder}/a.yaml`))).toBe('2');
  });

  it('E001: a missing file, with the nearest name', () => {
    const folder = folderWith({ '民政局-2024.yaml': '' });
    const [problem] = problemsOf(nodeWorld().readText(`${folder}/民政局-2023.yaml`));
    expect(problem).toMatchObject({ code: 'E001', advice: expect.stringContaining('民政局-2024.yaml') });
    expect(codesOf(nodeWorld().readText(`${folder}/民政局-2024.yaml/x`))).toEqual(['E001']);
  });

  it('E002: a folder, and a file without permission', () => {
    const folder = folderWith({ 'a.yaml': 'a' });
    expect(codesOf(nodeWorld().readText(folder))).toEqual(['E002']);
    if (process.getuid?.() === 0) return;
    chmodSync(`${folder}/a.yaml`, 0);
    expect(codesOf(nodeWorld().readText(`${folder}/a.yaml`))).toEqual(['E002']);
  });

  it('E003: a file above 5 MB, with its size and the limit', () => {
    expect(said('x'.repeat(5 * 1024 * 1024 + 100_000))).toMatch(/^E003 文件有 5\.1 MB，超过 5\.0 MB/u);
    expect(readAs('x'.repeat(5 * 1024 * 1024)).ok).toBe(true);
  });

  it('E004: GBK is recognised, with the line of its first byte that is not UTF-8 and how to save it', () => {
    const message = said(bytes('a: 1\nb: 2\nc: ', gbk, '\n'));
    expect(message).toMatch(/^E004 .*第 3 行的字节 0xB2.*GBK.*记事本.*VS Code.*WPS/u);
  });

  it('E004: bytes that are neither, with their line', () => {
    expect(said(bytes('甲\n乙', [0xff], '\n'))).toMatch(/^E004 .*第 2 行的字节 0xFF/u);
    expect(said(bytes('甲\n乙', [0xe4, 0xb8]))).toMatch(/^E004 .*第 2 行/u);
  });

  it('E004: UTF-16, told by its byte order mark', () => {
    expect(said(Buffer.from('\uFEFF表: 甲', 'utf16le'))).toMatch(/^E004 是 UTF-16/u);
    expect(said(Buffer.from('\uFEFF表: 甲', 'utf16le').swap16())).toMatch(/^E004 是 UTF-16/u);
  });

  it('E004: a file of Word or Excel is no text', () => {
    expect(said(bytes('PK', [3, 4, 20, 0, 6, 0]))).toMatch(/^E004 不是文本文件/u);
  });
});

describe('listing a folder', () => {
  it('gives folders and files apart, sorted by code unit, links as what they lead to', () => {
    const folder = folderWith({ 'b.yaml': '', 'a.yaml': '', 'B.yaml': '', '乙/x': '', 'c/x': '' });
    symlinkSync(`${folder}/c`, `${folder}/d`);
    symlinkSync(`${folder}/a.yaml`, `${folder}/e.yaml`);
    symlinkSync(`${folder}/nowhere`, `${folder}/f`);
    symlinkSync('g', `${folder}/g`);
    expect(nodeWorld().listFiles(folder)).toEqual(['B.yaml', 'a.yaml', 'b.yaml', 'e.yaml']);
    expect(nodeWorld().listFolders(folder)).toEqual(['c', 'd', '乙']);
  });

  it('is empty where there is no such folder', () => {
    expect(nodeWorld().listFiles('/nowhere/at/all')).toEqual([]);
    expect(nodeWorld().listFolders('/nowhere/at/all')).toEqual([]);
  });
});

describe('fonts', () => {
  it('are read once', () => {
    const folder = folderWith({ 'a.ttf': 'x' });
    const world = nodeWorld();
    const first = world.readFont(`${folder}/a.ttf`);
    rmSync(`${folder}/a.ttf`);
    mkdirSync(`${folder}/a.ttf`);
    expect(world.readFont(`${folder}/a.ttf`)).toBe(first);
  });

  it('throw where the installation lacks them', () => {
    expect(() => nodeWorld().readFont('/nowhere/a.ttf')).toThrow('/nowhere/a.ttf');
  });
});
