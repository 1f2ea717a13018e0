package chat.hubbub.cluster;

/** No bus between the nodes: everything is read from the store. */
final class NoBus implements NodeBus {

	@Override
	public void publish(String kind, byte[] body) {
		// The other nodes read everything from the store.
	}

	@Override
	public void listen(String kind, Listener listener) {
		// No message ever comes.
	}

	@Override
	public boolean isUp() {
		return false;
	}

}
