// The message list in a lobby of 100,000 messages: from Enter to the painted message, frames while scrolling, rows, and the
// heap after an hour of 5 messages a second. The server runs with --hubbub.limits.enabled=false:
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

async function press(tab, text) {
  await tab.evaluate("document.querySelector('#composer-text').focus()");
  await tab.call("Input.insertText", { text });
  // Only then: a key press may overtake it.
  await tab.evaluate(`bench.entering = bench.entered(${JSON.stringify(text)}), 0`);
  const key = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 };
  await tab.call("Input.dispatchKeyEvent", { type: "keyDown", text: "\r", ...key });
  await tab.call("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  return tab.evaluate("bench.entering");
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
  const [up, down, again, far, near] = [[], [], [], [], []];
  for (let round = 1; round <= rounds; round++) {
    up.push(...await tab.evaluate(`bench.scroll(-300, ${LOADED})`));
    down.push(...await tab.evaluate(`bench.scroll(300, ${LOADED - 200})`));
    again.push(...await tab.evaluate(`bench.scroll(-300, ${LOADED - 200})`));
    far.push(await press(tab, `from afar, round ${round}`));
    near.push(await press(tab, `at the end, round ${round}`));
  }
  for (const [name, frames] of Object.entries({ "up, with pages from the server": up, "down": down, "up again": again })) {
    console.log(`scrolling ${name}: ${frames.length} frames, median ${ms(median(frames))}, worst ${ms(Math.max(...frames))},`
      + ` ${frames.filter((frame) => frame > 50).length} over 50 ms`);
  }
  console.log(`Enter to painted with ${LOADED} messages loaded, median of ${rounds}: ${ms(median(far))} from afar, ${ms(median(near))} at the end`);
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
