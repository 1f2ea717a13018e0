package chat.hubbub.cluster;

/** No bus between the nodes: everything is read from the store. */
final class NoBus implements NodeBus {

	@Override
	public void publish(String kind, byte[] body) {
		// There is nobody to tell.
	}

	@Override
	public void listen(String kind, Listener listener) {
		// Nothing ever comes.
	}

	@Override
	public boolean isUp() {
		return false;
	}

}
