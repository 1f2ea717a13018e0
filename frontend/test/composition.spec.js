import { judge as judgeWithin } from '/model/composition.js';

/** @param {string} written */
const judge = written => judgeWithin(written, 4000);

describe('What is written', () => {
  for (const blank of ['', ' ', '\n\n', '\t \u00A0\u3000', '\u200B\u200D', '\u0000']) {
    it(`is blank if it is ${JSON.stringify(blank)}`, () => {
      expect(judge(blank).blank).toBe(true);
    });
  }

  for (const text of ['a', '.', '漢', '🙂', '👩‍👧', ' a ']) {
    it(`is not blank if it is ${JSON.stringify(text)}`, () => {
      expect(judge(text).blank).toBe(false);
    });
  }

  it('is sent without blank lines around it, and with its indentation', () => {
    expect(judge('\n \n  one\n\n  two \n\n').text).toBe('  one\n\n  two');
  });

  it('may have as many characters as the server takes', () => {
    expect([judge('a'.repeat(4000)).tooLong, judge('a'.repeat(4001)).tooLong]).toEqual([false, true]);
  });

  it('is counted as the server counts: an emoji is one character', () => {
    expect([judge('🙂'.repeat(4000)).tooLong, judge('🙂'.repeat(4001)).tooLong]).toEqual([false, true]);
  });

  it('is counted without the blanks that are not sent', () => {
    expect(judge(`${'a'.repeat(4000)}\n\n`).tooLong).toBe(false);
  });

  it('has a counter only when it gets long', () => {
    expect(['a', 'a'.repeat(3800), 'a'.repeat(3801), 'a'.repeat(5000)].map(text => judge(text).counter)).toEqual(
      ['', '', '3,801 of 4,000 characters', '5,000 of 4,000 characters']);
  });
});
