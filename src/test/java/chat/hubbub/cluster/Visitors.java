package chat.hubbub.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;

/** The clients of one test, which end with it, also if it fails. */
final class Visitors implements AutoCloseable {

	private final ProcessCluster cluster;

	private final List<RawClient> clients = new CopyOnWriteArrayList<>();

	private final List<Talk> talks = new ArrayList<>();

	Visitors(ProcessCluster cluster) {
		this.cluster = cluster;
	}

	/** Begins to talk in topics. */
	Talk talk(List<String> topics, List<List<String>> accounts) {
		Talk talk = new Talk(this.cluster, topics, accounts);
		this.talks.add(talk);
		return talk;
	}

	/** All talks of the test. */
	List<Talk> talks() {
		return this.talks;
	}

	/**
	 * Connects over TCP.
	 * @param headers those of CONNECT
	 */
	RawClient connect(ClusterNode node, List<String> headers) {
		RawClient client = node.connect(headers);
		this.clients.add(client);
		return client;
	}

	/** A guest, who gets this name if it is free. */
	RawClient guest(ClusterNode node, String name) {
		return connect(node, List.of("login:" + name));
	}

	/** Waits until a guest gets a name, and keeps it. */
	RawClient named(ClusterNode node, String name) {
		AtomicReference<RawClient> found = new AtomicReference<>();
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
			found.set(guest(node, name));
			boolean named = found.get().connected().header("user-name").equals(name);
			if (!named) {
				found.get().close();
			}
			return named;
		});
		return found.get();
	}

	@Override
	public void close() {
		this.talks.forEach(Talk::close);
		this.clients.forEach(RawClient::close);
	}

}
