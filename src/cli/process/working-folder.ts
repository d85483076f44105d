/** Whether the working folder is there: it may have been taken away since the shell went in. */
export function hasWorkingFolder(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}
