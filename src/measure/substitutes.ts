/** What Word writes for the signs of its own lists: the places of Wingdings and Symbol among private characters. */
const ofWord =
  '\uF0B7• \uF06C● \uF06E■ \uF075◆ \uF076❖ \uF0A7▪ \uF0D8➢ \uF0E8➔ \uF0FC✔ \uF0A8□ \uF06F□ \uF0A3□ \uF0FE☑ \uF052☑';

/** Signs that few fonts have, and what says the same. */
const rare = '⩽≤ ⩾≥ ⁄/ ‣• ►▶ ⚫● ⚪○ ⬛■ ⬜□ ◼■ ◻□ ✦◆ ➙→ ⟶→';

/** Characters that people can do without, by what they should write instead. */
export const substitutes: ReadonlyMap<string, string> = new Map(
  `${ofWord} ${rare}`.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Whether a character is nowhere but in the font it was made with. */
export const isPrivate = (character: string): boolean => /\p{Co}/u.test(character);
