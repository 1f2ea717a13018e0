package chat.hubbub.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.RabbitMq;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.TcpProxy;
import org.awaitility.Awaitility;

/**
 * A node in a process of its own, with a line of its own to RabbitMQ. A second life has
 * other ports.
 */
final class ClusterNode implements AutoCloseable {

	private final Path data;

	private final TcpProxy line;

	private final Map<String, String> environment;

	private final String[] settings;

	private Path jar = HubbubProcess.jar();

	private volatile HubbubProcess process;

	/** Starts a node. */
	ClusterNode(Path data, RabbitMq rabbit, Map<String, String> environment, String... settings) {
		this.data = data;
		this.line = new TcpProxy(rabbit.port());
		this.environment = environment;
		this.settings = Stream
			.of(settings, RabbitMq.settings(this.line.port()), new String[] { "--hubbub.cluster.enabled=true" })
			.flatMap(Stream::of)
			.toArray(String[]::new);
		start();
	}

	/** Starts it again after its end. */
	void start() {
		try {
			this.process = HubbubProcess.of(this.jar, this.environment, this.data, this.settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Stops it as an operator does, and starts it with another jar. */
	void upgrade(Path newer) {
		this.process.terminate();
		this.process.awaitExit();
		this.jar = newer;
		start();
	}

	HubbubProcess process() {
		return this.process;
	}

	/** Its line to RabbitMQ. */
	TcpProxy line() {
		return this.line;
	}

	int stompPort() {
		return this.process.stompPort();
	}

	/** A browser without cookies. */
	Api api() {
		return new Api(this.process.port());
	}

	/** An answer to somebody with a token. */
	Api.Answer get(String path, String token) {
		return api().get(path, "Authorization", "Bearer " + token);
	}

	/** Waits until it knows an open topic. */
	void awaitTopic(String topic) {
		Awaitility.await().until(() -> api().get("/api/topics/" + topic + "/messages").status() == 200);
	}

	/**
	 * Connects over TCP, as soon as the node knows the account.
	 * @param headers those of CONNECT, each {@code name:value}
	 */
	RawClient connect(List<String> headers) {
		List<RawClient> found = new ArrayList<>();
		Awaitility.await().until(() -> {
			RawClient client = RawClient.open(stompPort(), headers);
			found.add(client);
			return client.takeAny("CONNECTED", "ERROR").is("CONNECTED");
		});
		return found.get(found.size() - 1);
	}

	/** The status of a part of its health; empty while it cannot be asked. */
	String health(String token, String part) {
		try {
			return get("/actuator/health", token).json().path("components").path(part).path("status").asString("");
		}
		catch (AssertionError ex) {
			return "";
		}
	}

	@Override
	public void close() {
		this.process.close();
		this.line.close();
	}

}
