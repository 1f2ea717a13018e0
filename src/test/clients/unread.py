"""stomp.py over TCP counts what is new and hears of mentions as a page does: PORT TOPIC LOGIN PASSCODE"""
import json
import queue
import sys

import stomp

port, topic, login, passcode = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]


class Client(stomp.ConnectionListener):
    """Someone who waits for a receipt after each frame, and keeps what each queue tells."""

    def __init__(self, name, passcode=""):
        self.told = {kind: queue.Queue() for kind in ("unread", "notices", "errors", "receipt")}
        self.receipts = 0
        self.connection = stomp.Connection12([("localhost", port)])
        self.connection.set_listener("", self)
        self.connection.connect(name, passcode, wait=True)
        for kind in ("errors", "unread", "notices"):
            self.receipts += 1
            self.connection.subscribe(f"/user/queue/{kind}", id=kind, headers={"receipt": str(self.receipts)})
            self.take("receipt")

    def on_message(self, frame):
        self.told[frame.headers["subscription"]].put(json.loads(frame.body))

    def on_receipt(self, frame):
        self.told["receipt"].put(frame.headers["receipt-id"])

    def take(self, kind):
        return self.told[kind].get(timeout=20)

    def send(self, what, refused=False, **body):
        self.receipts += 1
        self.connection.send(f"/app/{what}.{topic}", json.dumps(body), content_type="application/json",
                             receipt=str(self.receipts))
        return self.take("errors") if refused else self.take("receipt")

    def until(self, **expected):
        """The first state of the topic that has these values."""
        while True:
            for state in self.take("unread")["topics"]:
                if state["topic"] == topic and all(state[name] == value for name, value in expected.items()):
                    return


desk, phone, grace = Client(login, passcode), Client(login, passcode), Client("grace")
if desk.take("unread")["type"] != "state":
    sys.exit("the first message is not the state")
grace.send("chat", text="one")
grace.send("chat", text=f"two, @{login}")
for device in (desk, phone):
    device.until(head=2, unread=2, mentions=1)
    notice = device.take("notices")
    if (notice["type"], notice["topic"], notice["seq"], notice["sender"]) != ("mention", topic, 2, "grace"):
        sys.exit(f"not of the mention: {notice}")
desk.send("read", seq=1)
for device in (desk, phone):
    device.until(read=1, unread=1, mentions=1)
phone.send("read", seq=2)
for device in (desk, phone):
    device.until(read=2, unread=0, mentions=0)
if desk.send("read", refused=True, seq=9)["code"] != "mark.ahead":
    sys.exit("a mark is ahead of the head")
phone.send("read", seq=0, back=True)
desk.until(read=0, unread=2, mentions=1)
desk.send("preferences", level="mentions", favourite=True)
phone.until(level="mentions", favourite=True)
if not grace.told["notices"].empty():
    sys.exit("grace heard of her own message")
for client in (desk, phone, grace):
    client.connection.disconnect(receipt="bye")
print("all is well")
