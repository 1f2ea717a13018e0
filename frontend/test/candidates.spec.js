import { candidates, mayBeHere } from '/model/candidates.js';

describe('the people who may be meant', () => {
  const here = ['grace', 'ada lovelace', 'ada'];
  const authors = ['ada', 'Zoë', 'adam'];

  it('are all at first, those in the topic first, each once, without the user', () => {
    expect(candidates('', [here, authors], 'grace', 8)).toEqual(['ada lovelace', 'ada', 'Zoë', 'adam']);
  });

  it('begin with it, or have a word that does', () => {
    expect(candidates('ad', [here, authors], 'me', 8)).toEqual(['ada lovelace', 'ada', 'adam']);
    expect(candidates('love', [here, authors], 'me', 8)).toEqual(['ada lovelace']);
    expect(candidates('ada l', [here, authors], 'me', 8)).toEqual(['ada lovelace']);
    expect(candidates('l', [['ada.l', 'linus'], []], 'me', 8)).toEqual(['linus', 'ada.l']);
    expect(candidates('da', [here, authors], 'me', 8)).toEqual([]);
  });

  it('are found without accents and in any case', () => {
    expect(candidates('ZOE', [here, authors], 'me', 8)).toEqual(['Zoë']);
  });

  it('are limited', () => {
    expect(candidates('', [here, authors], 'me', 2)).toEqual(['grace', 'ada lovelace']);
  });

  it('may be all who are here', () => {
    expect(['', 'h', 'HERE', 'hereby', 'a'].map(mayBeHere)).toEqual([true, true, true, false, false]);
  });
});
