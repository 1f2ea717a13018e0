/** So long no other tab may have the same. */
const HOLD = 10_000;

/**
 * Whether this tab may do something that only one tab of the browser shall do. The first tab that asks may. A browser
 * without locks lets all do it.
 * @param {string} name of what is to be done
 * @returns {Promise<boolean>}
 */
export function claim(name) {
  if (!navigator.locks) {
    return Promise.resolve(true);
  }
  return new Promise(answer => {
    navigator.locks.request(`hubbub ${name}`, { ifAvailable: true }, lock => {
      answer(lock !== null);
      return lock && new Promise(end => {
        setTimeout(end, HOLD);
      });
    }).catch(() => answer(true));
  });
}
