package chat.hubbub.transport;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Map;

import jdk.net.ExtendedSocketOptions;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connector that turns on TCP keep-alive. For STOMP over TCP without heart-beats, this
 * is the only way to tell a vanished client from a silent one (RFC 9293, 3.8.4).
 */
final class ProbingConnector extends ServerConnector {

	private static final int IDLE_SECONDS = 60;

	private static final int INTERVAL_SECONDS = 10;

	private static final int PROBES = 3;

	private static final Map<SocketOption<Integer>, Integer> PACE = Map.of(ExtendedSocketOptions.TCP_KEEPIDLE,
			IDLE_SECONDS, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS, ExtendedSocketOptions.TCP_KEEPCOUNT,
			PROBES);

	ProbingConnector(Server server, SslContextFactory.@Nullable Server tls, ConnectionFactory factory) {
		super(server, tls, factory);
	}

	@Override
	protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
			throws IOException {
		probe(channel);
		return super.newEndPoint(channel, selector, key);
	}

	/** If the system does not support these intervals, it uses its default. */
	static void probe(NetworkChannel channel) throws IOException {
		channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
		for (Map.Entry<SocketOption<Integer>, Integer> option : PACE.entrySet()) {
			if (channel.supportedOptions().contains(option.getKey())) {
				channel.setOption(option.getKey(), option.getValue());
			}
		}
	}

}
