import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, type DiagnosticInit, diagnostic } from '../../../src/base/index.ts';
import { findInstall } from '../../../src/cli/install.ts';
import { tally } from '../../../src/cli/report/tally.ts';
import { type DocumentWish, writeDocument } from '../../../src/cli/report/write.ts';

const FILE = 'data/大朗镇/服务 办.yaml';
const text = '表: 甲\n金额: 840万\n目标: 𠀀4个以上\n';
const span = (piece: string, file = FILE) => ({
  file,
  start: text.indexOf(piece),
  end: text.indexOf(piece) + piece.length,
});

const of = (code: Code, piece: string, more: Partial<DiagnosticInit> = {}) =>
  diagnostic({ code, at: span(piece), message: `见到“${piece}”`, advice: '改。', ...more });

const amount = of('R004', '840万', { related: [{ at: span('表'), message: '表在这里' }] });
const warning = of('V5', '4个以上', { severity: 'warning' });
const accepted = of('V4', '4个以上', { severity: 'warning', accepted: '按个数考核' });
const hint = of('X2', '目标', { severity: 'hint' });
const whole = diagnostic({
  code: 'E001',
  at: { file: '没有.yaml', start: 0, end: 0 },
  message: '没有',
  advice: '看看。',
});
const all = [amount, warning, accepted, hint, whole];

const write = (format: DocumentWish['format'], found = all, more: Partial<DocumentWish> = {}): string =>
  writeDocument(found, (file) => (file === FILE ? text : undefined), { format, hints: false, pages: null, ...more });

describe('json', () => {
  const read = (found = all, more: Partial<DocumentWish> = {}) => JSON.parse(write('json', found, more));

  it('gives places from 1 in UTF-16 units, the end exclusive, with offsets', () => {
    expect(read([amount]).diagnostics[0]).toEqual({
      code: 'R004',
      name: '应是数字',
      severity: 'error',
      message: '见到“840万”',
      advice: '改。',
      file: FILE,
      start: { line: 2, column: 5, offset: 9 },
      end: { line: 2, column: 9, offset: 13 },
      related: [
        {
          message: '表在这里',
          file: FILE,
          start: { line: 1, column: 1, offset: 0 },
          end: { line: 1, column: 2, offset: 1 },
        },
      ],
      accepted: null,
    });
    expect(read([warning]).diagnostics[0].start).toEqual({ line: 3, column: 7, offset: 20 });
  });

  it('counts everything, lists hints only on request, and tells what is accepted and why', () => {
    const counts = { errors: 2, warnings: 1, hints: 1, accepted: 1 };
    expect(read().summary).toEqual(counts);
    expect(read(all, { hints: true }).summary).toEqual(counts);
    expect(read().diagnostics.map(({ code }: { code: string }) => code)).toEqual(['R004', 'V5', 'V4', 'E001']);
    expect(read(all, { hints: true }).diagnostics).toHaveLength(5);
    expect(read().diagnostics[2].accepted).toBe('按个数考核');
  });

  it('has no place for a fault of a file as a whole, and an empty list for no fault', () => {
    expect(read([whole]).diagnostics[0]).toMatchObject({ file: '没有.yaml', start: null, end: null });
    expect(read([])).toEqual({ version: 1, summary: tally([]), diagnostics: [] });
  });
});

describe('sarif', () => {
  const runOf = (found = all, more: Partial<DocumentWish> = {}) => JSON.parse(write('sarif', found, more)).runs[0];

  it('is a log of version 2.1.0 with one run by this tool', () => {
    const log = JSON.parse(write('sarif'));
    expect([log.version, log.$schema, log.runs.length]).toEqual([
      '2.1.0',
      'https://json.schemastore.org/sarif-2.1.0.json',
      1,
    ]);
    expect(log.runs[0].tool.driver).toMatchObject({ name: 'biaoli', semanticVersion: findInstall().version });
    expect(log.runs[0].columnKind).toBe('utf16CodeUnits');
  });

  it('has a rule for each code found, to which each result points', () => {
    const { tool, results } = runOf();
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['E001', 'R004', 'V4', 'V5']);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(tool.driver.rules[1]).toEqual({
      id: 'R004',
      name: '应是数字',
      shortDescription: { text: '应是数字' },
      help: { text: '说明、错的例子和对的写法：docs/codes/R004.md' },
      defaultConfiguration: { level: 'error' },
    });
  });

  it('links the pages of the codes where it is told their place', () => {
    for (const pages of ['https://例.cn/codes', 'https://例.cn/codes/'])
      expect(runOf([amount], { pages }).tool.driver.rules[0].helpUri).toBe('https://例.cn/codes/R004.md');
  });

  it('encodes Chinese names in its URIs, below the root of the source; each artifact once', () => {
    const { artifacts, results } = runOf();
    const uri = 'data/%E5%A4%A7%E6%9C%97%E9%95%87/%E6%9C%8D%E5%8A%A1%20%E5%8A%9E.yaml';
    expect(artifacts).toEqual([
      { location: { uri, uriBaseId: '%SRCROOT%' } },
      { location: { uri: '%E6%B2%A1%E6%9C%89.yaml', uriBaseId: '%SRCROOT%' } },
    ]);
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri,
      uriBaseId: '%SRCROOT%',
      index: 0,
    });
  });

  it('gives regions, related places, levels and suppressions', () => {
    const [first, second, third, last] = runOf().results;
    expect(first.locations[0].physicalLocation.region).toEqual({
      startLine: 2,
      startColumn: 5,
      endLine: 2,
      endColumn: 9,
      charOffset: 9,
      charLength: 4,
    });
    expect(first.relatedLocations).toMatchObject([
      { id: 0, message: { text: '表在这里' }, physicalLocation: { region: { startLine: 1, startColumn: 1 } } },
    ]);
    expect(first.message.text).toBe('见到“840万”\n办法：改。');
    expect([first.level, second.level, third.level]).toEqual(['error', 'warning', 'warning']);
    expect([first.suppressions, second.suppressions]).toEqual([[], []]);
    expect(third.suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: '按个数考核' }]);
    expect(second).not.toHaveProperty('relatedLocations');
    expect(last.locations[0].physicalLocation).not.toHaveProperty('region');
    expect(runOf([hint], { hints: true }).results[0].level).toBe('note');
  });

  it('a file outside the folder has an absolute URI without a base', () => {
    const far = diagnostic({
      code: 'B003',
      at: { file: '/别处/form.yaml', start: 0, end: 1 },
      message: '甲',
      advice: '乙。',
    });
    expect(runOf([far]).artifacts).toEqual([{ location: { uri: 'file:///%E5%88%AB%E5%A4%84/form.yaml' } }]);
    const windows = diagnostic({
      code: 'B003',
      at: { file: 'C:/别/a.yaml', start: 0, end: 1 },
      message: '甲',
      advice: '乙。',
    });
    expect(runOf([windows]).artifacts).toEqual([{ location: { uri: 'file:///C:/%E5%88%AB/a.yaml' } }]);
  });

  it('a file below the current folder is told by its path from there', () => {
    const at = { file: `${process.cwd().replaceAll('\\', '/')}/templates/甲/form.hbs`, start: 0, end: 1 };
    const near = diagnostic({ code: 'F001', at, message: '甲', advice: '乙。' });
    expect(runOf([near]).artifacts[0].location).toEqual({
      uri: 'templates/%E7%94%B2/form.hbs',
      uriBaseId: '%SRCROOT%',
    });
  });

  it('fingerprints stay when lines are put above, and differ between equal lines', () => {
    const printsOf = (source: string): string[] => {
      const found = [...source.matchAll(/840万/g)].map(({ index }) =>
        diagnostic({ code: 'R004', at: { file: FILE, start: index, end: index + 4 }, message: '甲', advice: '乙。' }),
      );
      const log = JSON.parse(writeDocument(found, () => source, { format: 'sarif', hints: false, pages: null }));
      return log.runs[0].results.map((one: { partialFingerprints: Record<string, string> }) =>
        Object.values(one.partialFingerprints).join(),
      );
    };
    const before = printsOf('金额: 840万\n金额: 840万\n别的: 840万\n');
    expect(printsOf('# 上面加一行\n\n金额: 840万\n金额: 840万\n别的: 840万\n')).toEqual(before);
    expect(new Set(before).size).toBe(3);
    expect(before[0]).toMatch(/^[0-9a-f]{32}:1$/);
    expect(before[1]).toBe(before[0]?.replace(/1$/, '2'));
  });
});

describe('github', () => {
  it('writes one workflow command a line, with all marks of the protocol escaped', () => {
    expect(write('github', [amount, warning, hint, whole], { hints: true }).split('\n')).toEqual([
      `::error file=${FILE},line=2,endLine=2,col=5,endColumn=9,title=错误[R004] 应是数字::见到“840万”%0A办法：改。%0A${FILE}:1:1 表在这里`,
      `::warning file=${FILE},line=3,endLine=3,col=7,endColumn=11,title=警告[V5] 率和满意度没有百分数::见到“4个以上”%0A办法：改。`,
      `::notice file=${FILE},line=3,endLine=3,col=1,endColumn=3,title=提示[X2] 常错的词::见到“目标”%0A办法：改。`,
      '::error file=没有.yaml,title=错误[E001] 文件不存在::没有%0A办法：看看。',
      '',
    ]);
    const odd = diagnostic({
      code: 'R004',
      at: { file: 'a,b:c%.yaml', start: 0, end: 0 },
      message: '5%\r\n::',
      advice: '改。',
    });
    expect(write('github', [odd])).toBe(
      '::error file=a%2Cb%3Ac%25.yaml,title=错误[R004] 应是数字::5%25%0D%0A::%0A办法：改。\n',
    );
  });

  it('leaves out what is accepted, and hints without --hints', () => {
    expect(write('github', [accepted, hint])).toBe('');
  });

  it('gives columns only within one line, and at least one character', () => {
    const long = diagnostic({ code: 'R007', at: { file: FILE, start: 5, end: 15 }, message: '甲', advice: '乙。' });
    expect(write('github', [long])).toContain('line=2,endLine=3,title=');
    const empty = diagnostic({ code: 'R010', at: { file: FILE, start: 4, end: 4 }, message: '甲', advice: '乙。' });
    expect(write('github', [empty])).toContain('line=1,endLine=1,col=5,endColumn=6,title=');
  });
});

describe('gitlab', () => {
  it('is a Code Quality list with a name of its own for each finding', () => {
    const issues = JSON.parse(write('gitlab'));
    expect(issues).toMatchObject([
      {
        description: '应是数字：见到“840万”。办法：改。',
        check_name: 'R004',
        severity: 'critical',
        location: { path: FILE, lines: { begin: 2, end: 2 } },
      },
      { check_name: 'V5', severity: 'minor', location: { path: FILE, lines: { begin: 3, end: 3 } } },
      { check_name: 'E001', severity: 'critical', location: { path: '没有.yaml', lines: { begin: 1, end: 1 } } },
    ]);
    expect(new Set(issues.map((one: { fingerprint: string }) => one.fingerprint)).size).toBe(issues.length);
    expect(JSON.parse(write('gitlab', [hint], { hints: true }))[0].severity).toBe('info');
  });
});

describe('every format', () => {
  it('never fails, whatever the range and the text, and gives the same bytes again', () => {
    const line = fc.string({ unit: fc.constantFrom('中', 'a', '\t', '\n', '\r\n', '𠀀', '%', ':', ',', '"') });
    const format = fc.constantFrom(...(['json', 'sarif', 'github', 'gitlab'] as const));
    fc.assert(
      fc.property(line, fc.nat(30), fc.nat(40), format, (source, start, length, wanted) => {
        const one = diagnostic({
          code: 'R004',
          at: { file: 'a', start, end: start + length },
          message: source,
          advice: source,
        });
        const print = () => writeDocument([one], () => source, { format: wanted, hints: true, pages: null });
        expect(print()).toBe(print());
        if (wanted === 'github') expect(print().split('\n')).toHaveLength(2);
        else expect(() => JSON.parse(print())).not.toThrow();
      }),
      { seed: 4 },
    );
  });
});
