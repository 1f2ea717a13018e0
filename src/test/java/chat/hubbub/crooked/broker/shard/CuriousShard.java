package chat.hubbub.crooked.broker.shard;

import chat.hubbub.crooked.broker.wire.PlainWire;

/** A shard that closes a cycle of two rooms, though not of classes. */
public class CuriousShard {

	public PlainWire wire() {
		return new PlainWire();
	}

}
