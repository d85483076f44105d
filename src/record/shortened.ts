/** The beginning of a text of so many characters at most, in one line, for messages. */
export function shortened(text: string, most = 20): string {
  const line = text.replaceAll('\n', ' ');
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join('')}…`;
}
