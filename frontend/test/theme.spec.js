import { cookieOf, themeOf } from '/model/theme.js';

describe('A theme', () => {
  it('is the system\'s unless it is known', () => {
    expect(['light', 'dark', 'pink', undefined].map(themeOf)).toEqual(['light', 'dark', 'system', 'system']);
  });

  it('is kept in a cookie at the path of a proxy', () => {
    expect(cookieOf('dark', new URL('https://example.org/talk/'))).toBe('theme=dark; path=/talk/; max-age=31536000; samesite=lax; secure');
  });

  it('leaves no cookie if it is the system\'s', () => {
    expect(cookieOf('system', new URL('http://localhost/'))).toBe('theme=system; path=/; max-age=0; samesite=lax');
  });
});
