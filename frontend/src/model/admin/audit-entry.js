import { say } from '../../words.js';
import { momentLabel } from '../moment.js';
import { known } from '../entry.js';
import { detailFacts } from './act-detail.js';
/** @import { Entry } from '../entry.js' */

/**
 * An act of the audit log.
 * @typedef {{id: number, at: string, actor?: string | null, act: string, topic?: string | null, subject?: string | null, detail?: string | null}} Act
 */

/** @type {Record<string, string>} the acts that this version knows */
const ACTS = {
  'account.created': say('act.account.created'),
  'account.deleted': say('act.account.deleted'),
  'role.changed': say('act.role.changed'),
  'settings.changed': say('act.settings.changed'),
  'token.created': say('act.token.created'),
  'token.revoked': say('act.token.revoked'),
  'avatar.removed': say('act.avatar.removed'),
  'hook.created': say('act.hook.created'),
  'hook.revoked': say('act.hook.revoked'),
  'hook.stopped': say('act.hook.stopped'),
  'icon.changed': say('act.icon.changed'),
  'icon.removed': say('act.icon.removed'),
  'invite.created': say('act.invite.created'),
  'invite.revoked': say('act.invite.revoked'),
  'message.deleted': say('act.message.deleted'),
  'message.reported': say('act.message.reported'),
  'preview.removed': say('act.preview.removed'),
  'report.dismissed': say('act.report.dismissed'),
  'topic.created': say('act.topic.created'),
  'topic.changed': say('act.topic.changed'),
  'topic.people': say('act.topic.people'),
  'user.banned': say('act.user.banned'),
  'user.muted': say('act.user.muted'),
  'user.unbanned': say('act.user.unbanned'),
  'user.unmuted': say('act.user.unmuted'),
};

/**
 * @param {Act} act
 * @returns {Entry}
 */
export function auditEntry({ id, at, actor, act, topic, subject, detail }) {
  return {
    id,
    title: subject ? say('label.of', { label: phrase(act), name: subject }) : phrase(act),
    tag: topic ? say('audit.topic', { topic }) : '',
    facts: known(momentLabel(at), actor ? say('audit.by', { name: actor }) : say('audit.by-server'), ...detailFacts(detail ?? '')),
    offers: [],
  };
}

/**
 * An act's code in words, e.g. `role.changed` as `Role changed`; also one that the page does not know.
 * @param {string} act
 */
function phrase(act) {
  if (Object.hasOwn(ACTS, act)) {
    return ACTS[act];
  }
  const words = act.replace(/[._-]+/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
