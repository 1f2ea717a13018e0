package chat.hubbub.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.PostgreSql;

import org.springframework.context.support.GenericApplicationContext;

/** Nodes of one cluster in one process, on a database of PostgreSQL. */
public final class Nodes {

	private final Path database = folder();

	private final MemoryBus bus = new MemoryBus();

	/** A node that reaches the others over the bus in memory. */
	public BrokerServer onABus() {
		NodeBus end = this.bus.join();
		return BrokerServer.changed(folder(), (application) -> application.addInitializers(
				(context) -> ((GenericApplicationContext) context).registerBean("memoryBus", NodeBus.class, () -> end)),
				settings("--hubbub.cluster.bus=none"));
	}

	/** A node with settings of its own. */
	public BrokerServer with(String... settings) {
		return new BrokerServer(folder(), settings(settings));
	}

	public MemoryBus bus() {
		return this.bus;
	}

	public String[] settings(String... more) {
		return Stream
			.of(new String[] { "--hubbub.cluster.enabled=true" }, PostgreSql.settings(this.database), Members.SETTINGS,
					more)
			.flatMap(Stream::of)
			.toArray(String[]::new);
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("hubbub");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
