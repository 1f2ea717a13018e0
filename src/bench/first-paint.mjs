// The page's requests and its first paint, cold and warm, at a latency of the network. Several addresses take turns:
//   node src/bench/first-paint.mjs LATENCY_MS ROUNDS http://localhost:8080/ [http://localhost:8081/ ...]
// It needs Chromium (CHROMIUM names it) and `npm ci` in src/test/clients.
import { setTimeout as pause } from "node:timers/promises";
import { withTab } from "./tab.mjs";

const PAINTED = "(performance.getEntriesByName('first-contentful-paint')[0] ?? {}).startTime ?? 0";

/** Counts the requests that reach the server, and waits for the first paint. */
class Visits {
  #tab;
  #asked = new Set();

  static async with(tab, latency) {
    const visits = new Visits();
    visits.#tab = tab;
    const forget = ({ requestId }) => visits.#asked.delete(requestId);
    tab.on("Network.requestWillBeSent", ({ requestId }) => visits.#asked.add(requestId));
    tab.on("Network.requestServedFromCache", forget);
    tab.on("Network.responseReceived", (params) => params.response.fromDiskCache && forget(params));
    await tab.call("Network.emulateNetworkConditions",
      { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });
    return visits;
  }

  /** How many requests reached the server until 1.5 s after the first paint, and when that was, in ms. */
  async visit(url) {
    this.#asked.clear();
    await this.#tab.go(url);
    const paint = await this.#firstPaint();
    await pause(1500);
    return { requests: this.#asked.size, paint: Math.round(paint) };
  }

  async #firstPaint() {
    for (let attempt = 0; attempt < 200; attempt++) {
      const painted = await this.#tab.evaluate(PAINTED);
      if (painted) {
        return painted;
      }
      await pause(100);
    }
    throw new Error("Nothing was painted within 20 s.");
  }
}

function measure(url, latency) {
  return withTab(async (tab) => {
    const visits = await Visits.with(tab, latency);
    const cold = await visits.visit(url);
    await tab.go("about:blank");
    return { cold, warm: await visits.visit(url) };
  });
}

const [latency, rounds, ...urls] = process.argv.slice(2);
for (let round = 0; round < Number(rounds); round++) {
  for (const url of urls) {
    const { cold, warm } = await measure(url, Number(latency));
    console.log(`${url} cold: ${cold.requests} requests, ${cold.paint} ms; warm: ${warm.requests} requests, ${warm.paint} ms`);
  }
}
process.exit();
