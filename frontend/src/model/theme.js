import { cookie } from './cookie.js';

/** @typedef {'system' | 'light' | 'dark'} Theme */

/**
 * A theme by its name; the system's by default.
 * @param {string | undefined} name
 * @returns {Theme}
 */
export function themeOf(name) {
  return name === 'light' || name === 'dark' ? name : 'system';
}

/**
 * The cookie that keeps a theme, so that the server sends the page in it.
 * @param {Theme} theme
 * @param {URL} base the address of the server, with the path of a proxy
 */
export function cookieOf(theme, base) {
  return cookie('theme', theme, base, theme !== 'system');
}
