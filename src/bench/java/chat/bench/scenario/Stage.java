package chat.bench.scenario;

import java.io.Closeable;
import java.io.IOException;

import chat.bench.load.Loop;
import chat.bench.peer.Peer;
import chat.bench.peer.Server;

/**
 * Where a scenario plays.
 *
 * @param peer which server
 * @param server its process
 * @param loop the generator
 * @param form how much is done
 */
public record Stage(Peer peer, Server server, Loop loop, Form form) implements Closeable {

	@Override
	public void close() throws IOException {
		this.loop.close();
		this.server.close();
	}

}
