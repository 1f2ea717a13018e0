"""stomp.py over TCP edits, deletes and replies as a page does: PORT TOPIC"""
import json
import queue
import sys

import stomp

port, topic = int(sys.argv[1]), sys.argv[2]


class Client(stomp.ConnectionListener):
    """Someone who hears the topic and waits for a receipt after each frame."""

    def __init__(self, name):
        self.frames = {kind: queue.Queue() for kind in ("message", "error", "receipt")}
        self.receipts = 0
        self.connection = stomp.Connection12([("localhost", port)])
        self.connection.set_listener("", self)
        self.connection.connect(name, "", wait=True)
        self.subscribe("/user/queue/errors")

    def on_message(self, frame):
        kind = "error" if "queue/errors" in frame.headers["destination"] else "message"
        self.frames[kind].put(json.loads(frame.body))

    def on_receipt(self, frame):
        self.frames["receipt"].put(frame.headers["receipt-id"])

    def take(self, kind):
        return self.frames[kind].get(timeout=20)

    def subscribe(self, destination, **headers):
        self.receipts += 1
        self.connection.subscribe(destination, id=destination, headers={**headers, "receipt": str(self.receipts)})
        self.take("receipt")

    def send(self, what, **body):
        self.receipts += 1
        self.connection.send(f"/app/{what}.{topic}", json.dumps(body), content_type="application/json",
                             receipt=str(self.receipts))

    def hear(self, **expected):
        event = self.take("message")
        found = {name: event.get(name) for name in expected}
        if found != expected:
            sys.exit(f"expected {expected}, heard {event}")
        return event


ada, grace = Client("ada"), Client("grace")
ada.subscribe(f"/topic/chat.{topic}")
grace.subscribe(f"/topic/chat.{topic}")
ada.send("chat", text="tee?", id="a-1")
grace.hear(type="posted", text="tee?", seq=1)
grace.send("chat", text="yes", reply=1)
quote = ada.hear(type="posted", seq=1) and ada.hear(type="posted", text="yes", seq=2)["reply"]
if quote != {"seq": 1, "sender": "ada", "text": "tee?", "replies": 1}:
    sys.exit(f"not the original: {quote}")
ada.send("edit", target=1, text="tea?")
grace.hear(type="posted", seq=2)
edited = grace.hear(type="edited", target=1, text="tea?", sender="ada")
grace.send("edit", target=1, text="coffee?")
if grace.take("error")["code"] != "right.missing":
    sys.exit("grace edited a message of ada's")
grace.send("delete", target=2)
grace.hear(type="deleted", target=2, reply={"seq": 1, "sender": "ada", "text": "tea?", "replies": 0})

late = Client("joan")
late.subscribe(f"/topic/chat.{topic}", since="0")
late.hear(type="posted", seq=1, text="tea?", editedAt=edited["sentAt"])
late.hear(type="posted", seq=2, text="", deleted=True, deletedBy="grace")
late.hear(type="edited", seq=3, text="tea?")
late.hear(type="deleted", seq=4)
for client in (ada, grace, late):
    client.connection.disconnect(receipt="bye")
print("all is well")
