import { sharedIn } from '/model/shared.js';

const page = parts => `https://chat.example/hubbub/?${new URLSearchParams(parts)}`;

describe('What another app shares', () => {
  it('is nothing at any other address', () => {
    expect(sharedIn('https://chat.example/?refused=x#/films')).toBe('');
    expect(sharedIn(page({ 'share-text': '  ' }))).toBe('');
  });

  it('is a text of all parts', () => {
    expect(sharedIn(page({ 'share-title': 'Metropolis', 'share-text': 'see this', 'share-url': 'https://films.example/1?a=b&c' })))
      .toBe('Metropolis\nsee this\nhttps://films.example/1?a=b&c');
  });

  it('has an address once', () => {
    expect(sharedIn(page({ 'share-text': 'see https://films.example/1', 'share-url': 'https://films.example/1' })))
      .toBe('see https://films.example/1');
  });

  it('is limited', () => {
    expect(sharedIn(page({ 'share-text': 'x'.repeat(30_000) })).length).toBe(20_000);
  });
});
