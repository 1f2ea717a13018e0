import { Problem } from '../net/problem.js';
/** @import { Mark } from '../model/mark.js' */
/** @import { Timeline } from '../model/timeline.js' */
/** @import { Api } from '../net/api.js' */

export const PAGE = 50;
const CATCH_UP_PAGE = 200;
const FAR_BEHIND = 1_000;

/**
 * Brings a timeline up to the server's newest message; the subscription must stand already, so that nothing falls
 * between. The only place that knows how: SUBSCRIBE may do it one day.
 * @param {Api} api
 * @param {string} topic
 * @param {Timeline} timeline
 * @param {Mark} mark how far it had come, and when
 * @param {() => Promise<number>} askHead the number of the server's newest message, asked for now
 */
export async function catchUp(api, topic, timeline, mark, askHead) {
  if (timeline.opened) {
    const known = timeline.settled;
    const head = await askHead();
    if (known <= head && head - known <= FAR_BEHIND) {
      if (await fetchAfter(api, topic, timeline, mark, head)) {
        return;
      }
    }
    // Too far ahead to page through, or other than what was here: a backup was restored.
    timeline.clear();
  }
  return openNewest(api, topic, timeline);
}

/**
 * @param {Api} api
 * @param {string} topic
 * @param {Timeline} timeline
 */
async function openNewest(api, topic, timeline) {
  const page = await api.messages(topic, { limit: PAGE });
  timeline.merge(page);
  timeline.settle(page[0]?.seq ?? 0);
  if (page.length === 0) {
    timeline.reachStart();
  }
}

/**
 * @param {Api} api
 * @param {string} topic
 * @param {Timeline} timeline
 * @param {Mark} mark
 * @param {number} head
 * @returns {Promise<boolean>} false if the server was set back, and has other messages than those that are here
 */
async function fetchAfter(api, topic, timeline, mark, head) {
  let page = await fetchFirst(api, topic, timeline, mark);
  while (page?.length) {
    timeline.merge(page);
    timeline.settle(page.at(-1)?.seq ?? 0);
    page = timeline.settled < head ? await api.messages(topic, { after: timeline.settled, limit: CATCH_UP_PAGE }) : [];
  }
  return page !== null;
}

/**
 * @param {Api} api
 * @param {string} topic
 * @param {Timeline} timeline
 * @param {Mark} mark
 */
async function fetchFirst(api, topic, timeline, { epoch, seq }) {
  const from = epoch ? { after: seq, epoch } : { after: timeline.settled };
  try {
    return await api.messages(topic, { ...from, limit: CATCH_UP_PAGE });
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'history.reset') {
      return null;
    }
    throw problem;
  }
}
