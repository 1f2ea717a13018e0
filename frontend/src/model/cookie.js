const YEAR = 365 * 24 * 60 * 60;

/**
 * A cookie that keeps a choice, so that the server sends the page as it was chosen.
 * @param {string} name
 * @param {string} value
 * @param {URL} base the address of the server, with the path of a proxy
 * @param {boolean} [kept] false removes the cookie
 */
export function cookie(name, value, base, kept = true) {
  return `${name}=${value}; path=${base.pathname}; max-age=${kept ? YEAR : 0}; samesite=lax${base.protocol === 'https:' ? '; secure' : ''}`;
}
