/** The record that examples are about. */
export const RECORD = 'data/示例.yaml';
export const FORM = 'templates/示例表/form.yaml';
export const TEMPLATE = 'templates/示例表/form.hbs';

const formYaml = `表: 示例表
版本: 2024-1
适用年度: [2024]
字段:
  年度: { 类型: 年份, 必填: 是, 可空: 否 }
  部门名称: { 类型: 文字, 必填: 是, 可空: 否 }
  单位数: 个数
  预算:
    类型: 组
    单位: 万元
    字段:
      基本支出: 金额
      项目支出: 金额
      财政拨款: 金额
      其他资金: 金额
      本级使用: 金额
      转移支付: 金额
  任务:
    类型: 列表
    单位: 元
    字段:
      名称: { 类型: 文字, 必填: 是 }
      内容: 段落
      金额: 金额
      财政拨款: 金额
      其他资金: 金额
  任务合计: { 类型: 金额, 单位: 元, 求和: 任务.金额 }
  总体目标: 段落
  绩效指标:
    类型: 指标
    体系: '2015'
    编号: 指标
    列:
      三级指标: { 类型: 文字, 必填: 是 }
      周期值: 指标值
      年度值: { 类型: 指标值, 必填: 是 }
检查:
  A1: { 左: '$和(预算.基本支出, 预算.项目支出)', 关系: 等于, 右: '$和(预算.财政拨款, 预算.其他资金)', 单位: 万元 }
  A3: { 左: '$和(预算.本级使用, 预算.转移支付)', 关系: 等于, 右: 预算.财政拨款, 单位: 万元 }
  A4: { 左: $和(任务.金额), 关系: 不超过, 右: '$和(预算.基本支出, 预算.项目支出)', 单位: 万元 }
  A7: { 逐项: 任务.金额, 左: $项, 关系: 不超过, 右: '$和(预算.基本支出, 预算.项目支出)', 单位: 万元 }
  A8: { 逐项: 任务, 左: $项.金额, 关系: 等于, 右: '$和($项.财政拨款, $项.其他资金)', 单位: 元 }
  转移支付不超过拨款: { 左: 预算.转移支付, 关系: 不超过, 右: 预算.财政拨款, 单位: 万元, 级别: 警告 }
`;

const formHbs = `<form>
<title>示例表</title>
<table>
  <band columns="30 70">
    <row><label>部门名称</label><cell>{{部门名称}}</cell></row>
    <row><label>总体目标</label><cell>{{总体目标}}</cell></row>
    {{#each 任务}}
    <row><label>{{名称}}</label><cell>{{内容}}</cell></row>
    {{/each}}
  </band>
  <band columns="15 20 35 15 15">
    <row kind="header">
      <label>一级指标</label><label>二级指标</label><label>三级指标</label><label>周期值</label><label>年度值</label>
    </row>
    {{> 指标 指标=绩效指标 编号=false}}
  </band>
</table>
</form>
`;

const record = `表: 示例表
年度: 2024
部门名称: 甲局
`;

/** A small form with a field of each kind, and a record that is in order. */
export const exampleForm: Readonly<Record<string, string>> = {
  [FORM]: formYaml,
  [TEMPLATE]: formHbs,
  [RECORD]: record,
};
