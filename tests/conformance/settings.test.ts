import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { seed } from './faults.ts';
import { findToolchain, javaVersion } from './toolchain.ts';

describe('the command line of npm run conformance', () => {
  test('without anything asks for the own PDFs with 100 random forms', () => {
    expect(readArguments([], {})).toEqual({ files: [], flavours: [], count: 100, seed: 1, required: false });
  });

  test('takes files with flavours, and an order that nothing be missing from either place', () => {
    const asked = readArguments(['--flavour', '3a', 'a.pdf', '--flavour', 'ua1', '--required'], {});
    expect(asked).toMatchObject({ files: ['a.pdf'], flavours: ['3a', 'ua1'], required: true });
    expect(readArguments([], { CONFORMANCE_REQUIRED: '1' }).required).toBe(true);
    expect(readArguments([], { CONFORMANCE_REQUIRED: '0' }).required).toBe(false);
  });

  test.each([
    [['--flavour', '9z', 'a.pdf'], 'no flavour 9z'],
    [['--flavour', '3a'], '--flavour is for files'],
    [['--count', 'many'], '--count takes a whole number'],
    [['--nonsense'], '--nonsense'],
  ])('refuses %j with the usage', (args, said) => {
    expect(() => readArguments(args, {})).toThrow(said);
    expect(() => readArguments(args, {})).toThrow('usage: npm run conformance');
  });
});

describe('the tools', () => {
  test('Java tells its version in the old way and the new', () => {
    expect(javaVersion('openjdk version "17.0.15" 2025-04-15')).toBe(17);
    expect(javaVersion('java version "1.8.0_402"')).toBe(8);
    expect(javaVersion('openjdk version "25" 2025-09-16')).toBe(25);
    expect(javaVersion('command not found')).toBeNull();
  });

  test('are said to be missing where there is no Java', () => {
    const path = process.env.PATH;
    try {
      process.env.PATH = '/nowhere';
      expect(findToolchain({})).toEqual({ missing: expect.stringContaining('Java 17') });
    } finally {
      process.env.PATH = path;
    }
  });
});

describe('seeded faults', () => {
  const sound = [
    '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Lang (zh-CN) /OutputIntents [ 3 0 R ]',
    '/ViewerPreferences << /DisplayDocTitle true >> /FontFile2 9 0 R /ToUnicode 10 0 R /S /TD /S /Table',
    '<pdfaid:part>3</pdfaid:part>',
  ].join('\n');

  test('change one thing each and keep every offset', () => {
    const seeded = seed({ name: 'x', bytes: Buffer.from(sound) });
    expect(seeded.length).toBeGreaterThan(7);
    const copies = seeded.map(({ pdf }) => Buffer.from(pdf?.bytes ?? []).toString());
    expect(new Set([...copies, sound]).size).toBe(copies.length + 1);
    for (const copy of copies) expect(copy).toHaveLength(sound.length);
  });

  test('that find no place in a PDF are told, not passed over', () => {
    expect(seed({ name: 'x', bytes: Buffer.from('%PDF-1.7') }).every(({ pdf }) => pdf === null)).toBe(true);
  });
});
