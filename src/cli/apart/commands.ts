/** Commands that read documents of strangers, which may be made to keep a reader busy for ever or to fill its memory. */
const COMMANDS: ReadonlySet<string> = new Set(['read', 'verify', 'pull']);

/** Whether a command line is run in a thread of its own, which can be ended. */
export const runsApart = ([command = '']: readonly string[]): boolean => COMMANDS.has(command);
