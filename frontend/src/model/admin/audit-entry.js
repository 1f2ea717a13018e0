import { say } from '../../words.js';
import { momentLabel } from '../moment.js';
import { known } from '../entry.js';
/** @import { Entry } from '../entry.js' */

/**
 * An act of the audit log.
 * @typedef {{id: number, at: string, actor?: string | null, act: string, topic?: string | null, subject?: string | null, detail?: string | null}} Act
 */

/**
 * @param {Act} act
 * @returns {Entry}
 */
export function auditEntry({ id, at, actor, act, topic, subject, detail }) {
  return {
    id,
    title: subject ? say('label.of', { label: phrase(act), name: subject }) : phrase(act),
    tag: topic ? say('audit.topic', { topic }) : '',
    facts: known(momentLabel(at), actor ? say('audit.by', { name: actor }) : say('audit.by-server'), detail ?? ''),
    offers: [],
  };
}

/**
 * An act's code in words, e.g. `role.changed` as `Role changed`; also one that the page does not know.
 * @param {string} act
 */
function phrase(act) {
  const words = act.replace(/[._-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
