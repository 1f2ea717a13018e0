import { code, codeBlock, inCode, looksLikeCode, marked } from '/model/markup.js';

const selection = ({ text, from, length }) => `${text.slice(0, from)}[${text.slice(from, from + length)}]${text.slice(from + length)}`;

describe('Marks', () => {
  it('go around the selection, which stays selected', () => {
    expect(selection(marked('word', '**'))).toBe('**[word]**');
    expect(selection(marked('', '**'))).toBe('**[]**');
  });

  it('leave blanks outside, where they are markup', () => {
    expect(selection(marked(' word ', '_'))).toBe(' _[word]_ ');
  });

  it('are taken away again', () => {
    expect(selection(marked('**word**', '**'))).toBe('[word]');
    expect(selection(marked('**', '**'))).toBe('**[**]**');
  });

  it('of code stand in the line or make a block', () => {
    expect(selection(code('a', ''))).toBe('`[a]`');
    expect(selection(code('`a`', ''))).toBe('[a]');
    expect(selection(code('a `b` c', ''))).toBe('``[a `b` c]``');
    expect(code('a\n b\n', '').text).toBe('```\na\n b\n```\n');
  });
});

describe('A code block', () => {
  it('begins on a line of its own', () => {
    expect(codeBlock('a', 'see:')).toBe('\n```\na\n```\n');
    expect(codeBlock('a', 'see:\n')).toBe('```\na\n```\n');
  });

  it('is ended by nothing in the text', () => {
    expect(codeBlock('a\n```\nb', '')).toBe('````\na\n```\nb\n````\n');
  });
});

describe('A pasted text', () => {
  const lines = count => Array.from({ length: count }, (_, i) => `line ${i}`).join('\n');

  it('looks like code from 30 lines on', () => {
    expect([29, 30, 200].map(count => looksLikeCode(lines(count), ''))).toEqual([false, true, true]);
    expect(looksLikeCode(`${lines(29)}\n\n\n`, '')).toBe(false);
  });

  it('needs no block if it has one or is in one', () => {
    expect(looksLikeCode(`\`\`\`\n${lines(30)}\n\`\`\``, '')).toBe(false);
    expect(looksLikeCode(lines(30), '```js\n')).toBe(false);
    expect(looksLikeCode(lines(30), '```\na\n```\n')).toBe(true);
  });
});

describe('The end of a text', () => {
  for (const [before, known] of [['', false], ['a `b', true], ['a `b` c', false], ['`a\nb', false], ['```\na', true], ['```\na\n```\n', false], ['~~~\n', true]]) {
    it(`${known ? 'is' : 'is not'} in code after ${JSON.stringify(before)}`, () => {
      expect(inCode(before)).toBe(known);
    });
  }
});
