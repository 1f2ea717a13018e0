package chat.bench.hook;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A program that is told of events, which can be down, and loses some of its answers.
 * Thread-safe.
 */
final class Receiver implements Closeable {

	private static final String LOOPBACK = "127.0.0.1";

	private final int loses;

	private final List<Long> received = new ArrayList<>();

	private final Set<Long> lost = new HashSet<>();

	private int port;

	private HttpServer server;

	/**
	 * Starts it.
	 * @param loses the first answer to each event whose number is a multiple of this is
	 * lost
	 */
	Receiver(int loses) throws IOException {
		this.loses = loses;
		this.server = start();
	}

	String address() {
		return "http://" + LOOPBACK + ":" + this.port + "/events";
	}

	/** Its port is closed. */
	void goDown() {
		this.server.stop(0);
	}

	/** It listens on the same port as before. */
	void comeUp() throws IOException {
		this.server = start();
	}

	private HttpServer start() throws IOException {
		HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getByName(LOOPBACK), this.port), 0);
		started.createContext("/", this::receive);
		started.start();
		this.port = started.getAddress().getPort();
		return started;
	}

	private synchronized void receive(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String event = exchange.getRequestHeaders().getFirst("Hubbub-Event");
		long number = Long.parseLong(event.substring(event.lastIndexOf('-') + 1));
		this.received.add(number);
		notifyAll();
		if (number % this.loses != 0 || !this.lost.add(number)) {
			exchange.sendResponseHeaders(204, -1);
		}
		exchange.close();
	}

	synchronized int count() {
		return this.received.size();
	}

	/** Waits for an event. Returns {@code false} if it did not come. */
	synchronized boolean await(long number, long minutes) throws InterruptedException {
		long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
		while (this.received.isEmpty() || this.received.get(this.received.size() - 1) < number) {
			long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
			if (left <= 0) {
				return false;
			}
			wait(left);
		}
		return true;
	}

	/** The faults in the order of the events; empty if it is right. */
	synchronized List<String> faults(long events) {
		List<String> faults = new ArrayList<>();
		long last = 0;
		Set<Long> repeated = new HashSet<>();
		for (long number : this.received) {
			if (number == last && this.lost.contains(number) && repeated.add(number)) {
				continue;
			}
			if (number != last + 1) {
				faults.add("event " + number + " came after event " + last);
			}
			last = number;
		}
		if (last != events) {
			faults.add("event " + last + " was the last");
		}
		return faults;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
