package chat.bench.load;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Makes the server keep as much as it can, over one WebSocket after the other, on a
 * thread of its own: it is not part of the measured load.
 */
public final class Attacker implements Runnable, Closeable {

	private static final String UPGRADE = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
			+ "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";

	private static final int KINDS = 4;

	private final InetSocketAddress server;

	private final int number;

	private final Thread thread = new Thread(this, "attacker");

	private volatile boolean over;

	private volatile Socket socket = new Socket();

	private Attacker(InetSocketAddress server, int number) {
		this.server = server;
		this.number = number;
	}

	/**
	 * Begins.
	 * @param server the address of the server
	 * @param number the number of the attacker, which chooses its attack
	 * @return the attacker, at work
	 */
	public static Attacker start(InetSocketAddress server, int number) {
		Attacker attacker = new Attacker(server, number);
		attacker.thread.setDaemon(true);
		attacker.thread.start();
		return attacker;
	}

	@Override
	public void run() {
		while (!this.over) {
			try (Socket connection = new Socket()) {
				this.socket = connection;
				connection.connect(this.server);
				attack(connection);
			}
			catch (IOException ex) {
				// It was thrown out, and comes back.
			}
		}
	}

	private void attack(Socket connection) throws IOException {
		DataOutputStream out = new DataOutputStream(connection.getOutputStream());
		out.write(Bytes.ascii(UPGRADE));
		say(out, "CONNECT\naccept-version:1.2\nheart-beat:0,0\nlogin:eve-" + this.number + "\n\n\0");
		switch (this.number % KINDS) {
			case 0 -> transactions(out);
			case 1 -> subscribe(out, 200, "\n\n\0");
			case 2 -> subscribe(out, 60, "\nack:client-individual\nlast:1000\n\n\0");
			default -> say(out, "SEND\ndestination:/app/chat\n\n" + "x".repeat(250_000));
		}
		if (this.number % KINDS != 1) {
			connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
		}
		while (!this.over && !connection.isClosed()) {
			// One that reads nothing stays until a write fails.
			say(out, "\n");
			pause();
		}
	}

	private void transactions(DataOutputStream out) throws IOException {
		for (int transaction = 0; transaction < 8; transaction++) {
			say(out, "BEGIN\ntransaction:" + transaction + "\n\n\0");
			for (int frame = 0; frame < 100; frame++) {
				say(out, "SEND\ndestination:/app/chat\ntransaction:" + transaction + "\n\n" + "x".repeat(65_000)
						+ "\0");
			}
		}
	}

	private void subscribe(DataOutputStream out, int count, String rest) throws IOException {
		for (int subscription = 0; subscription < count; subscription++) {
			say(out, "SUBSCRIBE\nid:" + "i".repeat(250) + subscription + "\ndestination:/topic/chat" + rest);
		}
	}

	/** In one frame, with a mask that changes nothing. */
	private static void say(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		out.writeByte(0x82);
		out.writeByte(0xFF);
		out.writeLong(bytes.length);
		out.writeInt(0);
		out.write(bytes);
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Goes away. */
	@Override
	public void close() throws IOException {
		this.over = true;
		this.socket.close();
	}

}
