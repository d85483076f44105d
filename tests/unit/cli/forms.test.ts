import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, runCli } from './support.ts';

describe('biaoli forms 表名', () => {
  it('lists the columns of indicators once, and where else a second level may stand', async () => {
    const { code, out } = await runCli('forms', '项目支出绩效目标表');
    expect(code).toBe(0);
    expect(out.slice(out.indexOf('绩效指标:'), out.indexOf('填报人:'))).toBe(`绩效指标:  # 分级指标；可留空
  产出指标:
    数量指标:
      - 三级指标:  # 文字；可留空；例：改造供水管网长度
        指标值:  # 指标值；可留空；例：≥42公里
    质量指标:  # 各栏同“数量指标”
    时效指标:  # 各栏同“数量指标”
  效益指标:
    经济效益指标:  # 各栏同“数量指标”
    社会效益指标:  # 各栏同“数量指标”
    生态效益指标:  # 各栏同“数量指标”
    可持续影响指标:  # 各栏同“数量指标”
    服务对象满意度指标:  # 各栏同“数量指标”；也可以写在“满意度指标”下面，只写一处
  满意度指标:
    服务对象满意度指标:  # 各栏同“数量指标”；也可以写在“效益指标”下面，只写一处
  成本指标:
    经济成本指标:  # 各栏同“数量指标”
    社会成本指标:  # 各栏同“数量指标”
    生态环境成本指标:  # 各栏同“数量指标”
`);
  });

  it('says of a first level without a second that the rows stand right under it', async () => {
    const { out } = await runCli('forms', '福田区部门整体支出绩效目标表');
    expect(out).toContain('  服务对象满意度指标:  # 各栏同“数量指标”；没有二级，直接写一条一条\n');
  });
});

describe('biaoli forms --check', () => {
  it('says with which data a fault was found, in its message, at its place in form.hbs', async () => {
    const folder = folderWith({
      'templates/甲/form.yaml': "表: 甲\n版本: '1'\n字段: { 项: { 类型: 列表, 每项: 文字 } }\n",
      'templates/甲/form.hbs': `<form>
<table>
  <band columns="20 80">
    <group><label>项</label>
      {{#each 项}}<row><cell>{{this}}</cell></row>{{/each}}
    </group>
  </band>
</table>
</form>
`,
    });
    const { code, err } = await runCli('forms', '--check', '--templates', path.join(folder, 'templates'));
    expect(code).toBe(1);
    expect(
      err,
    ).toBe(`${folder}/templates/甲/form.hbs:4:5 错误[F009] 组“项”里一行也没有，{{#each 项}} 一项也没有（用每项都有、但什么也没填的数据试排时）
   3 │   <band columns="20 80">
 > 4 │     <group><label>项</label>
     │     ^^^^^^^
   办法：没有内容时也要有行：在 {{/each}} 前面加 {{else}}<row>…</row>，或用 {{#if 项}} 把这一组略去。

共 1 个错误。
`);
  });

  it('looks for nothing in a form.yaml whose word for its fields is misspelt', async () => {
    const folder = folderWith({
      'templates/甲/form.yaml': "表: 甲\n版本: '1'\n字 段: { 项: 金额 }\n检查: { 数: { 左: 项, 关系: 等于, 右: 1 } }\n",
      'templates/甲/form.hbs':
        '<form><table><band columns="100"><row><cell>{{项}}</cell></row></band></table></form>\n',
    });
    const { err } = await runCli('forms', '--check', '--templates', path.join(folder, 'templates'));
    expect(err.match(/错误.*/gu)).toEqual([expect.stringContaining('[B003] 蓝图里没有“字 段”这一项'), '错误。']);
  });

  it('tells once what other data show with other numbers, and what a header of several rows lacks', async () => {
    const saidOf = async (first: string) => {
      const folder = folderWith({
        'templates/甲/form.yaml':
          "表: 甲\n版本: '1'\n字段: { 项: { 类型: 列表, 必填: 是, 空时: 印一空行, 每项: 文字 } }\n",
        'templates/甲/form.hbs': `<form><table><band columns="20 80">
<row>${first}<label>甲</label></row>
<row><label>乙</label></row>
{{#each 项}}<row><cell>{{this}}</cell><cell/></row>{{/each}}{{#if 项}}<row><cell/><cell/></row>{{/if}}
</band></table></form>
`,
      });
      const { err } = await runCli('forms', '--check', '--templates', path.join(folder, 'templates'));
      return err.match(/(?<=\[)G.*|(?<=办法：).*/gu);
    };
    expect(await saidOf('<label rows="30">名</label>')).toEqual([
      expect.stringMatching(/^G002\] 这个栏目要占 30 行，这一段从这里起只剩 \d 行（用每项都填了的数据试排时）$/u),
      '减小 rows，或在下面补足行。',
    ]);
    expect(await saidOf('<label>名</label>')).toEqual([
      expect.stringContaining('G004] 这一行没有排满：第 2 栏是空洞'),
      '补上格子（空格子写 <cell></cell>），或加大某一格的 span。',
    ]);
  });

  it('points at the form’s own call when a partial of the installation does not fit', async () => {
    const folder = folderWith({
      'templates/甲/form.yaml':
        "表: 甲\n版本: '1'\n字段: { 绩效指标: { 类型: 指标, 必填: 是, 体系: '2021', 列: { 三级指标: 文字, 指标值: 指标值 } } }\n",
      'templates/甲/form.hbs': `<form>
<table>
  <band columns="20 20 20 40">
    <group><label>绩效指标</label>
      {{> 指标 指标=绩效指标 编号=false}}
    </group>
  </band>
</table>
</form>
`,
    });
    const { err } = await runCli('forms', '--check', '--templates', path.join(folder, 'templates'));
    const from = `${folder}/templates/甲/form.hbs`;
    expect(err).toBe(
      `${from}:5:7 错误[G002] 部件“指标”排 4 栏，这里只剩 3 栏（用每项都填了的数据试排时）
   4 │     <group><label>绩效指标</label>
 > 5 │       {{> 指标 指标=绩效指标 编号=false}}
     │       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   办法：在这一段的 columns 里加 1 栏，或改部件的参数；部件自己不用改。
   ${from}:3:3 这一段有 4 栏，左边的栏目占去 1 栏
 > 3 │   <band columns="20 20 20 40">
     │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   ${path.resolve('templates')}/共用/部件/指标行.hbs:3:1 部件里的这一行
 > 3 │ <row>
     │ ^^^^^

共 1 个错误。
`,
    );
  });
});
