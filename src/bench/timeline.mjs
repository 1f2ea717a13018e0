// The message list in a lobby of 100,000 messages: from Enter to the painted message, frames while scrolling, rows, the work of
// the main thread meanwhile, and the heap after an hour of 5 messages a second. The server runs with --hubbub.limits.enabled=false:
//   node src/bench/timeline.mjs ROUNDS http://localhost:8080/
// It needs Chromium (CHROMIUM names it) and `npm ci` in src/test/clients.
import { WebSocket, withTab } from "./tab.mjs";

const STORED = 100_000;
const LOADED = 2_000;
const MINUTE = 300;
const HOUR = 18_000;
const [rounds, url] = [Number(process.argv[2]), process.argv[3]];

/** A guest who posts to the lobby. */
class Guest {
  #socket;
  #waiting = new Map();
  #posted = 0;

  static async named(name) {
    const guest = new Guest();
    guest.#socket = new WebSocket(new URL("ws", url.replace("http", "ws")));
    await new Promise((resolve, reject) => guest.#socket.once("open", resolve).once("error", reject));
    const connected = new Promise((resolve) => guest.#waiting.set("", resolve));
    guest.#socket.on("message", (frame) => guest.#take(frame.toString()));
    guest.#send(`CONNECT\naccept-version:1.2\nlogin:${name}\n\n`);
    await connected;
    return guest;
  }

  /** Posts as many texts, until all are stored. */
  async post(count) {
    for (let i = 1; i < count; i++) {
      this.#post("");
    }
    await new Promise((resolve) => {
      const receipt = `stored-${this.#posted}`;
      this.#waiting.set(receipt, resolve);
      this.#post(`receipt:${receipt}\n`);
    });
  }

  #post(headers) {
    const text = textOf(++this.#posted);
    this.#send(`SEND\ndestination:/app/chat\ncontent-type:application/json\n${headers}\n${JSON.stringify({ text })}`);
  }

  #take(frame) {
    const key = /^receipt-id:(.*)$/m.exec(frame)?.[1] ?? "";
    this.#waiting.get(key)?.();
    this.#waiting.delete(key);
  }

  #send(frame) {
    this.#socket.send(`${frame}\0`);
  }
}

/** Mostly a sentence, sometimes a list, a link or code. */
function textOf(number) {
  const sentence = `Message ${number}: the kettle is on, and **somebody** has to fetch the milk before \`noon\`.`;
  return number % 40 === 0 ? `${sentence}\n\n\`\`\`js\nconst cups = ${number};\nfill(cups);\n\`\`\``
    : number % 15 === 0 ? `${sentence}\n\n- tea\n- milk\n\nhttps://example.org/${number}` : sentence;
}

async function headOf() {
  const topics = await (await fetch(new URL("api/topics", url))).json();
  return topics.find(({ name }) => name === "lobby").head;
}

const PAGE = `
  globalThis.bench = {
    box: document.querySelector('#log'),
    rows: 0,
    last: () => Number([...document.querySelectorAll('.message[data-state=stored]')].at(-1)?.dataset.seq ?? 0),
    frame: () => new Promise(requestAnimationFrame),
    async until(done) {
      while (!done()) {
        await bench.frame();
      }
    },
    // Scrolls by as many pixels a frame until as many messages were seen. The times between frames, in ms.
    async scroll(pixels, count) {
      const seen = new Set();
      const frames = [];
      let before = await bench.frame();
      while (seen.size < count) {
        bench.box.scrollTop += pixels;
        const now = await bench.frame();
        frames.push(now - before);
        before = now;
        const rows = bench.box.querySelectorAll('.message');
        rows.forEach(({ dataset }) => seen.add(dataset.seq));
        bench.rows = Math.max(bench.rows, rows.length);
      }
      return frames;
    },
    // From the key press until the frame after the one with the message has begun, in ms.
    entered(text) {
      return new Promise(resolve => addEventListener('keydown', async ({ timeStamp }) => {
        await bench.frame();
        await bench.until(() => [...bench.box.querySelectorAll('.message__text')].at(-1)?.textContent === text);
        await bench.frame();
        resolve(performance.now() - timeStamp);
      }, { once: true, capture: true }));
    },
  };`;

/** The name of an earlier run may still be taken. */
async function enterChat(tab, name) {
  await tab.go(url);
  await tab.evaluate(PAGE);
  await tab.evaluate(`bench.until(() => !document.querySelector('#sign-in')?.inert || !document.querySelector('#chat').inert)`);
  await tab.evaluate(`if (!document.querySelector('#sign-in').hidden) {
    document.querySelector('#sign-in-name').value = '${name}-${Date.now()}';
    document.querySelector('#sign-in-submit').click();
  }`);
  await tab.evaluate("bench.until(() => bench.last() > 0)");
}

/** The work of the page's main thread: CPU time in ms, whatever else the machine does, and how often it made a layout. */
class Work {
  #all = new Map();
  #times = 0;

  /** Does something and adds its work. */
  async of(tab, act) {
    const before = await this.#now(tab);
    const result = await act();
    for (const [name, value] of await this.#now(tab)) {
      this.#all.set(name, (this.#all.get(name) ?? 0) + value - before.get(name));
    }
    this.#times++;
    return result;
  }

  async #now(tab) {
    const { metrics } = await tab.call("Performance.getMetrics");
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }

  toString() {
    const each = (name) => this.#all.get(name) / this.#times;
    const time = (name) => (1000 * each(name)).toFixed(1);
    return `${time("TaskDuration")} ms of CPU (${time("ScriptDuration")} script, ${time("RecalcStyleDuration")} style, `
      + `${time("LayoutDuration")} layout), ${each("LayoutCount").toFixed(1)} layouts`;
  }
}

async function press(tab, text, work) {
  await tab.evaluate("document.querySelector('#composer-text').focus()");
  await tab.call("Input.insertText", { text });
  // Only then: a key press may overtake it.
  await tab.evaluate(`bench.entering = bench.entered(${JSON.stringify(text)}), 0`);
  const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 };
  return work.of(tab, async () => {
    await tab.call("Input.dispatchKeyEvent", { type: "keyDown", text: "\r", ...key });
    await tab.call("Input.dispatchKeyEvent", { type: "keyUp", ...key });
    return tab.evaluate("bench.entering");
  });
}

async function heapOf(tab) {
  await tab.call("HeapProfiler.collectGarbage");
  const { usedSize } = await tab.call("Runtime.getHeapUsage");
  const { nodes } = await tab.call("Memory.getDOMCounters");
  return { usedSize, nodes };
}

async function receive(tab, guest, count) {
  for (let left = count; left > 0; left -= MINUTE) {
    await guest.post(Math.min(left, MINUTE));
    const head = await headOf();
    await tab.evaluate(`bench.until(() => bench.last() >= ${head} || bench.away)`);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const mega = ({ usedSize, nodes }) => `${(usedSize / 2 ** 20).toFixed(2)} MiB, ${nodes} nodes`;
const ms = (value) => `${value.toFixed(1)} ms`;

async function speed(tab) {
  await enterChat(tab, "reader");
  await tab.call("Performance.enable", { timeDomain: "threadTicks" });
  const scrolls = { "up, with pages from the server": [-300, LOADED], "down": [300, LOADED - 200], "up again": [-300, LOADED - 200] };
  const frames = new Map(Object.keys(scrolls).map((name) => [name, []]));
  const [far, near] = [[], []];
  const works = new Map([...frames.keys(), far, near].map((key) => [key, new Work()]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, how] of Object.entries(scrolls)) {
      frames.get(name).push(...await works.get(name).of(tab, () => tab.evaluate(`bench.scroll(${how})`)));
    }
    far.push(await press(tab, `from afar, round ${round}`, works.get(far)));
    near.push(await press(tab, `at the end, round ${round}`, works.get(near)));
  }
  for (const [name, all] of frames) {
    console.log(`scrolling ${name}: ${all.length} frames, median ${ms(median(all))}, worst ${ms(Math.max(...all))},`
      + ` ${all.filter((frame) => frame > 50).length} over 50 ms; each time ${works.get(name)}`);
  }
  console.log(`Enter to painted with ${LOADED} messages loaded, median of ${rounds}: ${ms(median(far))} from afar, ${ms(median(near))} at the end`);
  console.log(`the work from afar: ${works.get(far)}; at the end: ${works.get(near)}`);
  console.log(`message rows at the most: ${await tab.evaluate("bench.rows")}`);
}

async function heap(tab, guest) {
  await enterChat(tab, "listener");
  await receive(tab, guest, MINUTE);
  const minute = await heapOf(tab);
  await receive(tab, guest, HOUR - MINUTE);
  const hour = await heapOf(tab);
  console.log(`heap after a minute: ${mega(minute)}; after an hour: ${mega(hour)}; ${(hour.usedSize / minute.usedSize).toFixed(2)} times`);
  await tab.evaluate("bench.scroll(-100, 1).then(() => bench.away = true)");
  await receive(tab, guest, HOUR);
  const away = await heapOf(tab);
  console.log(`after another hour, while the reader looks at older ones: ${mega(away)}; ${(away.usedSize / minute.usedSize).toFixed(2)} times`);
}

const guests = await Promise.all(["ada", "grace", "linus", "margaret"].map((name) => Guest.named(name)));
for (let missing = STORED - await headOf(); missing > 0; missing -= 1000) {
  await guests[(missing / 1000 | 0) % guests.length].post(Math.min(missing, 1000));
}
await withTab(speed);
await withTab((tab) => heap(tab, guests[0]));
process.exit();
