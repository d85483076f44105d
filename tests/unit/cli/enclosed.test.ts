import { readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packedObjects } from '../../support/packed-objects.ts';
import { folderWith, runCli } from './support.ts';

const record = readFileSync('data/大朗镇/公共服务办公室-2024.yaml', 'utf8');

/** One record as different editors leave it on disk. */
const files: Readonly<Record<string, string>> = {
  'as it is': record,
  'with a mark and the line ends of Windows': `\uFEFF${record.replaceAll('\n', '\r\n')}`,
  'with a draft in a comment and no last line end': `# 草稿：“& < > ]]> \\ ( ) 😀”\n${record.trimEnd()}`,
};

const formats = ['pdf', 'docx'] as const;

describe.each(Object.entries(files))('the YAML of a record %s', (_, text) => {
  it('comes back byte for byte from PDF and DOCX, to a file and to the standard output', async () => {
    const folder = folderWith({ 'in/民政局.yaml': text });
    expect((await runCli('render', `${folder}/in`, '-o', `${folder}/out`)).code).toBe(0);
    for (const format of formats) {
      const file = `${folder}/out/民政局.${format}`;
      const said = await runCli('read', file, '--as', 'yaml');
      expect({ ...said, out: Buffer.from(said.out).equals(Buffer.from(text)) }).toEqual({
        code: 0,
        out: true,
        err: '',
      });
      await runCli('read', file, '--as', 'yaml', '-o', `${folder}/back/${format}.yaml`);
      expect(readFileSync(`${folder}/back/${format}.yaml`).equals(Buffer.from(text))).toBe(true);
    }
  });
});

describe('what carries no YAML', () => {
  it.each([
    ['--no-source', formats],
    ['--pdf=a2a', ['pdf']],
  ] as const)('%s: says so in Chinese, and no part of it is inside', async (option, wanted) => {
    const folder = folderWith({ 'in/民政局.yaml': record });
    await runCli('render', `${folder}/in`, '-o', `${folder}/out`, option);
    for (const format of wanted) {
      const file = `${folder}/out/民政局.${format}`;
      for (const command of [
        ['read', file, '--as', 'yaml'],
        ['verify', file],
      ]) {
        const said = await runCli(...command);
        expect(said.code).toBe(1);
        expect(said.out).toBe('');
        expect(said.err).toContain('[D031]');
      }
      const bytes = readFileSync(file);
      const names = format === 'pdf' ? bytes.toString('latin1') : Object.keys(unzipSync(bytes)).join();
      expect(names).not.toMatch(/EmbeddedFile|customXml/);
    }
  });

  it('in a volume, and in an archive only on request', async () => {
    const folder = folderWith({ 'in/民政局.yaml': record });
    const pack = (...args: string[]) => runCli('pack', `${folder}/in`, ...args);
    await pack('-o', `${folder}/a.pdf`);
    await pack('-o', `${folder}/a.zip`);
    await pack('-o', `${folder}/b.zip`, '--no-source');
    expect((await runCli('read', `${folder}/a.pdf`, '--as', 'yaml')).err).toContain('[D031]');
    for (const [name, code] of [
      ['a', 0],
      ['b', 1],
    ] as const) {
      const entry = Object.entries(unzipSync(readFileSync(`${folder}/${name}.zip`))).find(([one]) =>
        one.endsWith('民政局.pdf'),
      );
      writeFileSync(`${folder}/${name}.pdf`, entry?.[1] ?? '');
      expect((await runCli('read', `${folder}/${name}.pdf`, '--as', 'yaml')).code).toBe(code);
    }
  });
});

describe('a run remembers', () => {
  it('whether documents carry their YAML, and whether it begins with a mark', async () => {
    const folder = folderWith({ 'in/甲.yaml': record, 'in/乙.yaml': record });
    const made = async (...args: string[]) => {
      const { out } = await runCli('render', `${folder}/in`, '-o', `${folder}/out`, '-f', 'docx', ...args);
      return [...out.matchAll(/^已生成 .*\/(\S+)\.docx/gmu)].map(([, name]) => name).toSorted();
    };
    expect(await made()).toEqual(['乙', '甲']);
    expect(await made()).toEqual([]);
    expect(await made('--no-source')).toEqual(['乙', '甲']);
    expect(await made('--no-source')).toEqual([]);
    expect(await made()).toEqual(['乙', '甲']);
    writeFileSync(`${folder}/in/甲.yaml`, `\uFEFF${record}`);
    expect(await made()).toEqual(['甲']);
    const args = ['render', `${folder}/in`, '-o', `${folder}/out`, '-f', 'docx', '--verify'];
    expect((await runCli(...args)).code).toBe(0);
    expect((await runCli(...args, '--no-source')).code).toBe(1);
  });
});

describe('what a document carries', () => {
  it('is in a PDF an associated file with all that PDF/A-3 asks for, and no date', async () => {
    const folder = folderWith({ 'in/民政局.yaml': record });
    await runCli('render', `${folder}/in`, '-o', `${folder}/out`, '-f', 'pdf', '--pdf', 'plain');
    const raw = readFileSync(`${folder}/out/民政局.pdf`, 'latin1');
    const packed = packedObjects(raw);
    const object = (number: string | undefined): string =>
      packed.find((one) => one.number === Number(number))?.text.trim() ?? '';
    const [source, facts] = /\/AF \[(\d+) 0 R (\d+) 0 R\]/.exec(raw)?.slice(1) ?? [];
    expect(object(source)).toContain('/AFRelationship/Source');
    expect(object(facts)).toContain('/AFRelationship/Data');
    for (const specification of [object(source), object(facts)]) {
      expect(specification).toMatch(/^<<\/Type\/Filespec\/F\(biaoli\.\w+\)\/UF</);
      const [, file] = /\/EF<<\/F (\d+) 0 R\/UF \1 0 R/.exec(specification) ?? [];
      expect(raw).toMatch(
        new RegExp(
          `\n${file} 0 obj\n<</Type/EmbeddedFile/Subtype/application#2F(?:yaml|json)/Params<</Size \\d+/CheckSum<[0-9a-f]{32}>`,
        ),
      );
    }
    const [, names] = /\/EmbeddedFiles (\d+) 0 R/.exec(raw) ?? [];
    expect(object(names)).toBe(`<</Names[(biaoli.json)${facts} 0 R(biaoli.yaml)${source} 0 R]>>`);
    expect([raw, ...packed.map(({ text }) => text)].join()).not.toMatch(/\/(?:ModDate|CreationDate)/);
  });

  it('is in a DOCX a custom XML part with its properties, so that Word keeps it', async () => {
    const folder = folderWith({ 'in/民政局.yaml': record });
    await runCli('render', `${folder}/in`, '-o', `${folder}/out`, '-f', 'docx');
    const parts = unzipSync(readFileSync(`${folder}/out/民政局.docx`));
    const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect(text('customXml/item1.xml')).toContain('<document xmlns="urn:biaoli:source:1"><facts>');
    expect(text('customXml/_rels/item1.xml.rels')).toContain('Target="itemProps1.xml"');
    expect(text('word/_rels/document.xml.rels')).toContain('Target="../customXml/item1.xml"');
    expect(text('[Content_Types].xml')).toContain('PartName="/customXml/itemProps1.xml"');
  });
});
