import { say } from '../../words.js';
import { known } from '../entry.js';
import { momentLabel } from '../moment.js';

const ROLE = 'outside|guest|member|moderator|admin';
const ACCESS = 'open|members|private';
const MOMENT = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';

/**
 * The forms in which the server writes the details of an act, and the facts in place of each.
 * @type {[form: RegExp, facts: (...parts: string[]) => (string | false)[]][]}
 */
const FORMS = [
  [new RegExp(`^(${ROLE})$`), one => [role(one)]],
  [new RegExp(`^from (${ROLE}) to (${ROLE})$`), (before, after) => [change(role(before), role(after))]],
  [new RegExp(`^for (${ACCESS})(, announcements)?$`), (readers, only) => [access(readers), only !== undefined && announcements('true')]],
  [new RegExp(`^access from (${ACCESS}) to (${ACCESS})$`), (before, after) => [change(access(before), access(after))]],
  [/^announcements from (true|false) to (true|false)$/, (before, after) => [change(announcements(before), announcements(after))]],
  // With another `to`, it is not certain where the former text ends.
  [/^(title|description) from ((?:(?! to ).)*) to ((?:(?! to ).)*)$/s, (setting, before, after) => [say('audit.detail.text', { setting, before, after })]],
  [new RegExp(`^(?:until (${MOMENT})|for good)(?:, from \\[([^\\]]*)\\])?(?:: (.*))?$`, 's'), sanction],
  [new RegExp(`^token (\\d+) until (${MOMENT}): (.*)$`, 's'),
    (id, end, name) => [say('audit.detail.token', { id }), until(end), say('bans.reason', { reason: name })]],
  [new RegExp(`^invitation (\\d+)(?: until (${MOMENT}))?$`), (id, end) => [say('invites.title', { id }), end !== undefined && until(end)]],
  [/^message (\d+)$/, id => [say('audit.detail.message', { id })]],
];

/**
 * The details of an act in the reader's words. Those that no form fits, such as the acts of an extension, stay as they are.
 * @param {string} detail
 * @returns {string[]}
 */
export function detailFacts(detail) {
  for (const [form, facts] of FORMS) {
    const [whole, ...parts] = form.exec(detail) ?? [];
    if (whole !== undefined) {
      return known(...facts(...parts));
    }
  }
  return known(detail);
}

/**
 * @param {(string | undefined)[]} parts
 * @returns {(string | false)[]}
 */
function sanction(...[end, address, reason]) {
  return [end ? until(end) : say('bans.endless'), address ? say('bans.address', { address }) : false, reason ? say('bans.reason', { reason }) : false];
}

/** @param {string} name */
function role(name) {
  return say('audit.detail.role', { role: name });
}

/** @param {string} readers */
function access(readers) {
  return say('audit.detail.access', { access: readers });
}

/** @param {string} only */
function announcements(only) {
  return say('audit.detail.announcements', { only });
}

/** @param {string} before @param {string} after */
function change(before, after) {
  return say('audit.detail.change', { before, after });
}

/** @param {string} end */
function until(end) {
  return say('bans.until', { moment: momentLabel(end) });
}
