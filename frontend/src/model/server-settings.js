/**
 * The settings of the server that an admin may change. What stands in its configuration is missing.
 * @typedef {{name?: string, guests?: boolean, signUp?: string}} ServerSettings
 */
/** @typedef {{value: string, checked?: boolean, disabled?: boolean}} Field */

/**
 * The settings as a form has them.
 * @param {{elements: {namedItem: (name: string) => unknown}}} form
 * @returns {ServerSettings}
 */
export function settingsIn({ elements }) {
  const name = /** @type {Field} */ (elements.namedItem('server'));
  const guests = /** @type {Field} */ (elements.namedItem('guests'));
  const signUp = /** @type {Field} */ (elements.namedItem('signUp'));
  return {
    ...name.disabled ? {} : { name: name.value },
    ...guests.disabled ? {} : { guests: Boolean(guests.checked) },
    ...signUp.disabled ? {} : { signUp: signUp.value },
  };
}
