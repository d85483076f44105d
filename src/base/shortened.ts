/** The beginning of a text of so many characters at most, in one line, for messages; … where some were left out. */
export function shortened(text: string, most = 20): string {
  // So many characters take at most twice as many units: a long text is not spread out for its first words.
  const characters = [...text.slice(0, 2 * most + 1)];
  const kept = characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
  return kept.replaceAll('\n', ' ');
}
