import type { Facts, Print } from '../../agree/index.ts';

/** What is told of a document in which everything agrees. */
export function provedText(
  file: string,
  { facts, bytes, print }: { readonly facts: Facts; readonly bytes: number; readonly print: Print },
): string {
  const tables = print.filter((block) => block.kind === 'table');
  const cells = tables.reduce((sum, table) => sum + table.cells.length, 0);
  return [
    `核对无误：${file}`,
    `  表：${facts.form}，${facts.edition} 版`,
    `  数据：${facts.source.name}，${bytes} 字节，和生成时记下的摘要一致`,
    `  印的：${tables.length} 张表，${cells} 格，连同表外的文字，都和数据排出来的一样；摘要一致（${facts.print.sha256.slice(0, 16)}）`,
    '',
  ].join('\n');
}
