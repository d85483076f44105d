/** Every diagnostic code with its short Chinese name. A code is never used for two things and never used again. */
export const codes = {
  // E: files and environment
  E001: '文件不存在',
  E002: '文件不能读',
  E003: '文件太大',
  E004: '不是 UTF-8 编码',
  E005: '没有可处理的 YAML',
  E006: '写不了输出',
  E007: '两份数据写同一个输出',
  // S: YAML as text
  S001: '空文件',
  S002: 'YAML 写法有误',
  S003: '缩进用了制表符',
  S004: '键重复',
  S005: '不用锚点、别名和标签',
  S006: '长文字折了行',
  S007: '一个文件只写一份',
  S008: '控制字符',
  S009: '嵌套太深',
  // B: blueprint (form.yaml) and what templates share
  B001: '没有这张表',
  B002: '蓝图缺项',
  B003: '蓝图里有不认识的词',
  B004: '蓝图里的值不对',
  B005: '沿用不到',
  B006: '没有适用的版本',
  B007: '没有这种字体',
  // R: a record against its fields
  R001: '缺“表”',
  R002: '不认识的键',
  R003: '缺必填项',
  R004: '应是数字',
  R005: '应是整数',
  R006: '应是年份',
  R007: '应是文字',
  R008: '应是一组',
  R009: '应是一列',
  R010: '不能留空',
  R011: '不在名目里',
  R012: '合计不符',
  R013: '重复的名目',
  R014: '小数位太多',
  R015: '不能是负数',
  // F: template (form.hbs)
  F001: '模板写法有误',
  F002: '模板用了不许用的写法',
  F003: '没有这个部件',
  F004: '部件的参数不对',
  F005: '不认识的元素',
  F006: '元素放错了地方',
  F007: '属性不对',
  F008: '字段表里没有',
  F009: '空的组',
  F010: '模板展开太大',
  // G: grid
  G001: '栏宽之和不是一百',
  G002: '格子排过了右边',
  G003: '格子重叠',
  G004: '有空洞',
  G005: '没有行',
  // T: text
  T001: '没有字体有这个字',
  // L: pages
  L001: '一格比一页高',
  L002: '一行也放不下',
} as const;

export type Code = keyof typeof codes;
