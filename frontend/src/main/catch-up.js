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
 * @param {() => Promise<number>} askHead the number of the server's newest message, asked for now
 */
export async function catchUp(api, topic, timeline, askHead) {
  if (timeline.opened) {
    const known = timeline.settled;
    const head = await askHead();
    if (known <= head && head - known <= FAR_BEHIND) {
      return fetchAfter(api, topic, timeline, head);
    }
    // Too far ahead to page through, or behind what was here: a backup was restored.
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
 * @param {number} head
 */
async function fetchAfter(api, topic, timeline, head) {
  let page;
  do {
    page = await api.messages(topic, { after: timeline.settled, limit: CATCH_UP_PAGE });
    timeline.merge(page);
    timeline.settle(page.at(-1)?.seq ?? 0);
  } while (page.length > 0 && timeline.settled < head);
}
