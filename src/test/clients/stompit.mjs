// stompit over TCP: PORT TOPIC
import stompit from "stompit";

const [port, topic] = process.argv.slice(2);
const deadline = setTimeout(() => fail("too late"), 25_000);

function fail(reason) {
  console.error(reason);
  process.exit(1);
}

function connect() {
  return new Promise((resolve, reject) => {
    const options = { host: "localhost", port, connectHeaders: { host: "localhost", login: "ada", "heart-beat": "1000,1000" } };
    stompit.connect(options, (fault, client) => (fault ? reject(fault) : resolve(client)));
  });
}

function next(client, destination) {
  return new Promise((resolve, reject) => {
    const subscription = client.subscribe({ destination, ack: "auto" }, (fault, message) => {
      if (fault) {
        reject(fault);
        return;
      }
      message.readString("utf-8", (problem, body) => {
        subscription.unsubscribe();
        problem ? reject(problem) : resolve(body);
      });
    });
  });
}

function send(client, headers, body) {
  return new Promise((resolve) => {
    const frame = client.send({ "content-type": "text/plain", ...headers }, { onReceipt: resolve });
    frame.end(body);
  });
}

async function echo(client, body) {
  const [back] = await Promise.all([next(client, "/topic/echo"), send(client, { destination: "/app/echo" }, body)]);
  if (back !== body) {
    fail("not what was sent");
  }
}

try {
  const client = await connect();
  await echo(client, "Grüße 👋");
  await echo(client, "x".repeat(65_536));
  const posted = next(client, `/topic/chat.${topic}`);
  await send(client, { destination: `/app/chat.${topic}` }, "Tee für 👋");
  if (JSON.parse(await posted).text !== "Tee für 👋") {
    fail("not what was posted");
  }
  // Without heart-beats either side would end the connection meanwhile.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await echo(client, "still here");
  client.disconnect((fault) => {
    if (fault) {
      fail(fault.message);
    }
    clearTimeout(deadline);
    console.log("all is well");
  });
} catch (fault) {
  fail(fault.message);
}
