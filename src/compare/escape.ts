/**
 * What GitHub and GitLab look for in a text that is already decoded: the signs of mentions and references (@someone,
 * #12, !12, ~label, GH-12), the colons of addresses and emoji, www., and hashes of commits.
 */
const living =
  /[@#!$%~&^*[](?=[\w"'.-])|:(?=\/\/|[\w+-]{0,40}[a-z+-][\w+-]{0,40}:|100:|1234:)|(?<=www)\.|(?<=gh)-(?=\d)|(?<=(?<![\da-z])(?=\d*[a-f])[\da-f]{6})[\da-f](?=[\da-f]{0,33}(?![\da-z]))/giu;

/** Characters that mean something to GitHub's Markdown, HTML or formulas. */
const markup = /[&<>|*_~`[\]\\#@!$^]/g;

/**
 * A text for a Markdown comment in which nothing acts: markup is written as numbers, and what would become a link, a
 * mention or a picture is broken by an element around one of its characters, which no reader sees.
 */
export const escaped = (text: string): string => {
  let done = '';
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(living)) {
    done += `${inert(text.slice(from, index))}<span>${inert(sign)}</span>`;
    from = index + sign.length;
  }
  return (done + inert(text.slice(from))).replaceAll('\n', '<br>');
};

const inert = (text: string): string => text.replace(markup, (character) => `&#${character.codePointAt(0)};`);
