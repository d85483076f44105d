/** Traditional characters that occur in the words of budgets and forms, each before its simplified one. */
const pairs =
  '門门 稱称 業业 務务 預预 財财 撥拨 資资 項项 標标 績绩 體体 總总 數数 質质 時时 濟济 經经 會会 態态 續续 響响 ' +
  '滿满 對对 員员 單单 級级 區区 縣县 鎮镇 鄉乡 內内 實实 擬拟 達达 畫划 劃划 額额 餘余 發发 開开 關关 類类 別别 ' +
  '負负 責责 聯联 繫系 係系 電电 話话 號号 備备 註注 間间 規规 產产 環环 與与 專专 辦办 處处 廳厅 長长 書书 記记 審审 ' +
  '計计 報报 購购 買买 設设 維维 護护 費费 補补 貼贴 貧贫 養养 獎奖 勵励 戶户 萬万 億亿 點点 當当 際际 選选 擇择 據据 ' +
  '層层 屬属 構构 機机 綜综 結结 義义 應应 該该 後后 圍围 執执 監监 覽览 檢检 驗验 證证 簽签 蓋盖 請请 讓让 變变 動动 ' +
  '專专 眾众 況况 復复 獨独 編编 職职 說说 邊边 過过 適适 頁页 轉转 組组 準准 統统 樣样 圖图 勞劳 歲岁 為为 無无 領领 導导 ' +
  '詳详 細细 決决 採采 進进 運运 術术 團团 從从 關关 佈布 協协 調调 醫医 療疗 衛卫 優优 選选 減减 債债 稅税 賬账 簡简 製制 ' +
  '橫横 縱纵 裝装 訂订 雙双 則则 國国 題题 欄栏 線线 匯汇 錯错 誤误 於于';

const simplified: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);

/** A text with the traditional characters of {@link pairs} made simple. */
export const simplify = (text: string): string =>
  Array.from(text, (character) => simplified.get(character) ?? character).join('');
