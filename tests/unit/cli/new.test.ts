import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { schemaPlace, schemaReference } from '../../../src/cli/schema-place.ts';
import { folderWith, runCli } from './support.ts';

const form = '大朗镇部门整体预算绩效目标表';
const firstLine = (text: string): string => text.slice(0, text.indexOf('\n'));

describe('biaoli new', () => {
  test('writes a record that check finds only unfilled, with its folder and its schema', async () => {
    const folder = folderWith();
    const file = `${folder}/data/某镇/民政办公室-2025.yaml`;
    const { code, out, err } = await runCli('new', form, file);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `已写好 ${file}。填好以后检查：biaoli check ${file}\n`,
      err: '',
    });
    expect(firstLine(readFileSync(file, 'utf8'))).toBe(`# yaml-language-server: $schema=.biaoli/schema/${form}.json`);
    const schema = readFileSync(`${folder}/data/某镇/.biaoli/schema/${form}.json`, 'utf8');
    expect(schema).toBe((await runCli('schema', form)).out);

    const checked = await runCli('check', file);
    expect(checked.code).toBe(1);
    expect(checked.err.match(/\[[A-Z]\d+\] .*/g)).toEqual([
      '[R010] “年度”不能空着',
      '[R010] “部门名称”不能空着',
      '[T3] “绩效指标”里还没有指标',
    ]);
  });

  test('prints the same without a file, and writes nothing', async () => {
    const { code, out, err } = await runCli('new', form);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(firstLine(out)).toBe(`# yaml-language-server: $schema=templates/${form}/schema.json`);
    expect(out).toContain(`\n表: ${form}\n年度:  # `);
    expect(existsSync('.biaoli')).toBe(false);
  });

  test('never overwrites', async () => {
    const folder = folderWith({ 'a.yaml': '表: 旧\n' });
    const { code, out, err } = await runCli('new', form, `${folder}/a.yaml`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(
      `${folder}/a.yaml 错误[E006] 已经有这个文件，不覆盖\n   办法：换一个文件名；要重新开始，先把它改名或移走。`,
    );
    expect(readFileSync(`${folder}/a.yaml`, 'utf8')).toBe('表: 旧\n');
  });

  test('wants the name of a YAML file', async () => {
    const folder = folderWith({ 'b/c.txt': '' });
    expect((await runCli('new', form, `${folder}/b`)).err).toContain(
      `错误[E006] 这是一个文件夹\n   办法：写出文件名，例如 ${folder}/b/民政办公室-2025.yaml。`,
    );
    expect((await runCli('new', form, `${folder}/d`)).err).toContain(
      `错误[E005] 数据要写在 YAML 文件里\n   办法：文件名写成 ${folder}/d.yaml。`,
    );
    expect((await runCli('new', form, `${folder}/e/`)).err).toContain(`文件名写成 ${folder}/e.yaml。`);
    expect((await runCli('new', form, `${folder}/f.txt`)).err).toContain(`文件名写成 ${folder}/f.yaml。`);
    expect((await runCli('new', form, `${folder}/民政局.2025`)).err).toContain(
      `文件名写成 ${folder}/民政局.2025.yaml。`,
    );
    expect((await runCli('new', form, `${folder}/f.YML`)).code).toBe(0);
  });

  test('writes it into a file, in folders that are made for it', async () => {
    const file = `${folderWith()}/.biaoli/schema.json`;
    expect(await runCli('schema', form, '-o', file)).toEqual({ code: 0, out: `已写出 ${file}\n`, err: '' });
    expect(readFileSync(file)).toEqual(readFileSync(`templates/${form}/schema.json`));
  });

  test('says which form is meant by a name that is nearly right', async () => {
    const { code, out, err } = await runCli('new', '大朗镇部门整体预算绩效目标');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`命令行 错误[B001] 没有“大朗镇部门整体预算绩效目标”这张表\n   办法：是不是“${form}”？`);
  });

  test('takes a form of one’s own', async () => {
    const folder = folderWith({ 'forms/我的表/form.yaml': '表: 我的表\n字段: { 名: 文字 }\n' });
    const { out } = await runCli('new', '我的表', '--templates', `${folder}/forms`);
    expect(out).toContain('\n表: 我的表\n名:  # 文字；可不写\n');
  });
});

describe('biaoli schema', () => {
  test('prints the schema of a form, or one for all forms', async () => {
    const one = await runCli('schema', form);
    expect(one.out).toBe(readFileSync(`templates/${form}/schema.json`, 'utf8'));
    const all = await runCli('schema');
    expect(all.code).toBe(0);
    expect((JSON.parse(all.out) as { allOf: unknown[] }).allOf.length).toBeGreaterThan(5);
  });

  test('says which form is meant by a name that is nearly right', async () => {
    const { code, out, err } = await runCli('schema', '福田区部门整体支出绩效目标');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('是不是“福田区部门整体支出绩效目标表”？');
  });
});

describe('where a record finds its schema', () => {
  let folder: string;
  beforeEach(() => {
    folder = folderWith(
      Object.fromEntries(
        ['templates/表一', 'node_modules/biaoli/templates/表一', '../别处/templates/表一', 'my forms/表三'].map(
          (place) => [`work/${place}/schema.json`, '{}'],
        ),
      ),
    );
    folder = path.join(folder, 'work');
  });
  const at = (file: string, schema: string) => ({
    folder,
    file: path.join(folder, file),
    schema: path.join(folder, schema),
  });

  test('is the form’s own folder where that is kept with the data', () => {
    expect(schemaPlace(at('data/某镇/a.yaml', 'templates/表一/schema.json'))).toEqual({
      reference: '../../templates/表一/schema.json',
      toWrite: null,
    });
    expect(schemaPlace(at('a.yaml', 'templates/表一/schema.json')).reference).toBe('templates/表一/schema.json');
  });

  test.each([
    ['has none', 'templates/表二/schema.json', '表二'],
    ['is in a package', 'node_modules/biaoli/templates/表一/schema.json', '表一'],
    ['is elsewhere', '../别处/templates/表一/schema.json', '表一'],
  ])('is a copy below the folder where the form’s own %s', (_, schema, name) => {
    expect(schemaPlace(at('data/a.yaml', schema))).toEqual({
      reference: `../.biaoli/schema/${name}.json`,
      toWrite: path.join(folder, `.biaoli/schema/${name}.json`),
    });
  });

  test('is a copy beside a record that is written elsewhere', () => {
    expect(schemaPlace(at('../别处/a.yaml', 'templates/表一/schema.json'))).toEqual({
      reference: '.biaoli/schema/表一.json',
      toWrite: path.join(folder, '../别处/.biaoli/schema/表一.json'),
    });
  });

  test('is said as a URL where its path has blanks', () => {
    const schema = `${folder}/my forms/表三/schema.json`;
    expect(schemaPlace({ folder, file: `${folder}/a.yaml`, schema }).reference).toBe(pathToFileURL(schema).href);
    expect(schemaPlace(at('a.yaml', 'x/表 #四/schema.json')).reference).toBe('.biaoli/schema/表__四.json');
  });

  test('for a text alone is the form’s own file, if there is one', () => {
    expect(schemaReference(at('new.yaml', 'templates/表一/schema.json'))).toBe('templates/表一/schema.json');
    const packaged = at('new.yaml', 'node_modules/biaoli/templates/表一/schema.json');
    expect(schemaReference(packaged)).toBeNull();
    expect(schemaReference(at('new.yaml', 'templates/表二/schema.json'))).toBeNull();
  });
});

describe('docs/editor.md', () => {
  const page = readFileSync('docs/editor.md', 'utf8');
  const blocks = (language: string): string[] =>
    [...page.matchAll(new RegExp(`\n\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'gu'))].map(([, text = '']) => text);

  test('shows how the record of its command begins', async () => {
    const [shown = ''] = blocks('yaml');
    const { out } = await runCli('new', form);
    const place = schemaPlace({
      folder: process.cwd(),
      file: path.resolve(/data\/\S+/u.exec(blocks('sh')[0] ?? '')?.[0] ?? ''),
      schema: path.resolve(`templates/${form}/schema.json`),
    });
    expect(shown.split('\n')[0]).toBe(`# yaml-language-server: $schema=${place.reference}`);
    expect(out.split('\n').slice(1).join('\n').startsWith(shown.split('\n').slice(1).join('\n'))).toBe(true);
  });

  test('has settings that are JSON', () => {
    expect(blocks('json').map((text) => Object.keys(JSON.parse(text) as object))).toEqual([
      ['yaml.schemas', 'yaml.schemaStore.enable', 'yaml.format.enable'],
    ]);
  });
});
