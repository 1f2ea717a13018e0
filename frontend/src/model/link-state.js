import { say } from '../words.js';

/**
 * The state of the connection. `until`: the time of the next attempt, ms since 1970.
 * @typedef {{phase: 'connecting' | 'connected' | 'waiting' | 'offline' | 'stopped', until?: number}} LinkState
 */

/**
 * @param {LinkState} state
 * @param {number} now ms since 1970
 * @returns {{text: string, countdown: string, canRetry: boolean}} `text` changes with the phase only, so that
 * it is read out once
 */
export function describe({ phase, until = 0 }, now) {
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  switch (phase) {
    case 'connected': return { text: say('link.connected'), countdown: '', canRetry: false };
    case 'waiting': return { text: say('link.waiting'), countdown: say('link.countdown', { seconds }), canRetry: true };
    case 'offline': return { text: say('link.offline'), countdown: '', canRetry: true };
    default: return { text: say('link.begun'), countdown: '', canRetry: false };
  }
}
