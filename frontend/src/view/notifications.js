import { titleOfServer } from './server.js';
/** @import { Summary } from '../model/notices.js' */

/**
 * Whether the browser shows notifications: `missing` if it has none, or only on secure pages; `ask` if the user has to be asked.
 * @returns {'missing' | 'ask' | 'granted' | 'denied'}
 */
export function permission() {
  if (typeof Notification === 'undefined' || !isSecureContext) {
    return 'missing';
  }
  return Notification.permission === 'default' ? 'ask' : Notification.permission;
}

/** Asks the user, who has just clicked on something that says so. */
export async function askPermission() {
  if (permission() === 'ask') {
    await Notification.requestPermission();
  }
  return permission();
}

/**
 * Shows a notification, in place of another one with the same tag.
 * @param {Summary} summary
 * @param {() => void} clicked
 * @returns {boolean} false if the browser does not do it: on some phones only a service worker may
 */
export function notify({ title, body, tag }, clicked) {
  try {
    const shown = new Notification(titleOfServer(title), { body, tag });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
      clicked();
    });
    return true;
  } catch {
    return false;
  }
}
