package chat.bench.floor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A minimal broadcaster: one thread, no store, no rights, no limits. Each message is
 * encoded once; the messages of one turn leave in one write to each subscriber.
 */
public final class Floor {

	private static final int BACKLOG = 1024;

	private final Map<String, Room> rooms = new LinkedHashMap<>();

	/**
	 * Serves until the process is ended.
	 * @param args the port
	 * @throws IOException if the port is taken
	 */
	public static void main(String[] args) throws IOException {
		new Floor().serve(Integer.parseInt(args[0]));
	}

	/** The subscribers of a destination, whether there are any or not. */
	Room room(String destination) {
		return this.rooms.computeIfAbsent(destination, Room::new);
	}

	private void serve(int port) throws IOException {
		Selector selector = Selector.open();
		ServerSocketChannel server = ServerSocketChannel.open();
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
		server.configureBlocking(false);
		server.register(selector, SelectionKey.OP_ACCEPT);
		while (true) {
			selector.select(this::handle);
			Room.flushAll();
		}
	}

	private void handle(SelectionKey key) {
		try {
			if (key.isAcceptable()) {
				accept(key);
			}
			else {
				((Guest) key.attachment()).ready();
			}
		}
		catch (IOException ex) {
			// The client is gone; the others go on.
			((Guest) key.attachment()).leave();
		}
	}

	private void accept(SelectionKey key) throws IOException {
		SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
		while (channel != null) {
			channel.configureBlocking(false);
			channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
			SelectionKey guest = channel.register(key.selector(), SelectionKey.OP_READ);
			guest.attach(new Guest(this, channel, guest));
			channel = ((ServerSocketChannel) key.channel()).accept();
		}
	}

}
