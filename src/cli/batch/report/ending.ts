/** What a report can be written as, by the ending of its name. */
const endings = ['json', 'html', 'xlsx'] as const;

export type ReportEnding = (typeof endings)[number];

/** What a report of this name is written as; null for an ending that nothing is written as. */
export const reportEnding = (file: string): ReportEnding | null =>
  endings.find((ending) => file.toLowerCase().endsWith(`.${ending}`)) ?? null;

/** What is wrong with the name of a report, for the one who wrote it on the command line; null: nothing. */
export const reportFault = (file: string): string | null =>
  reportEnding(file) === null
    ? `--report 后面写 .json、.html 或 .xlsx 结尾的文件名，如 报告.html，不能写“${file}”。`
    : null;
