/**
 * Radicals with the character they are taken for, where Unicode's own mapping (NFKC) has none; of the last two it
 * names a form that is not in 通用规范汉字表. The pairs of the supplement are among Unicode's Equivalent_Unified_Ideograph.
 */
const radicals: ReadonlyMap<string, string> = new Map(
  `⺁厂 ⺄乙 ⺊卜 ⺎兀 ⺒巳 ⺓幺 ⺜日 ⺝月 ⺞歺 ⺠民 ⺧牛 ⺩王 ⺬示 ⺻聿 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻗雨
  ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⼾户 ⾭青`
    .split(/\s+/u)
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** The plain character that a radical or a compatibility ideograph looks like; itself where there is none. */
export const plainCharacter = (character: string): string => radicals.get(character) ?? character.normalize('NFKC');
