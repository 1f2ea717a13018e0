package chat.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import chat.bench.peer.ClassPath;
import chat.bench.peer.Peer;
import chat.bench.peer.Server;

/** The servers of a measurement. */
enum Setup {

	/** One server of Hubbub on PostgreSQL. */
	ONE("one node", Peer.HUBBUB, 1),

	/** Two nodes of Hubbub, with RabbitMQ. */
	TWO("two nodes", Peer.HUBBUB, 2),

	/**
	 * Two servers of the little chat with Spring's relay to RabbitMQ, storing nothing.
	 */
	RELAY("Spring's relay, two nodes", Peer.RELAY, 2);

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final String title;

	private final Peer peer;

	private final int count;

	Setup(String title, Peer peer, int count) {
		this.title = title;
		this.peer = peer;
		this.count = count;
	}

	String title() {
		return this.title;
	}

	Peer peer() {
		return this.peer;
	}

	boolean usesRabbit() {
		return this != ONE;
	}

	/** Starts the servers, one after the other. */
	Nodes start(Site site, String log) throws IOException, InterruptedException {
		List<Program> programs = new ArrayList<>();
		Nodes nodes = new Nodes(this, site, programs);
		List<String> store = (this == RELAY) ? List.of() : site.postgres().newDatabase();
		try {
			for (int number = 1; number <= this.count; number++) {
				int port = Program.freePort();
				Path file = site.setting().work().resolve("%s-%d.log".formatted(log, number));
				programs.add(Program.start(command(site, store, port), Map.of(), file, port));
			}
			return nodes;
		}
		catch (IOException ex) {
			nodes.close();
			throw ex;
		}
	}

	private List<String> command(Site site, List<String> store, int port) throws IOException {
		Server.Setting setting = site.setting();
		List<String> command = new ArrayList<>(List.of(JAVA));
		command.addAll(setting.jvm());
		if (this == RELAY) {
			command.addAll(List.of("-classpath", ClassPath.withRelay(), "chat.bench.stock.RelayedChat",
					"--server.port=" + port, "--relay.port=" + site.rabbit().stompPort()));
			return command;
		}
		Path data = Files.createTempDirectory(setting.work(), "node-");
		command.addAll(List.of("-jar", setting.jar().toString(), "--server.port=" + port, "--hubbub.data=" + data,
				"--hubbub.stomp.port=0", "--hubbub.limits.enabled=false"));
		command.addAll(store);
		if (this == TWO) {
			command.addAll(List.of("--hubbub.cluster.enabled=true", "--spring.rabbitmq.host=localhost",
					"--spring.rabbitmq.port=" + site.rabbit().port()));
		}
		return command;
	}

}
