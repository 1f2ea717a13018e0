package chat.hubbub.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;
import com.sun.management.UnixOperatingSystemMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static java.lang.management.ManagementFactory.getOperatingSystemMXBean;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * 10,000 connections that say nothing, or as many as this process may have;
 * {@code -Dsilent.connections=N} says another number.
 */
class SilentConnectionsIntegrationTests {

	private static final int SPARE_FILES = 1_000;

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--hubbub.connection.connect-timeout=3s");

	@Test
	void areClosedAndHurtNobody() throws IOException {
		String topic = server.newTopic();
		RawClient ada = server.connect(Carrier.TCP, "ada").subscribe("/topic/chat." + topic);
		List<SocketChannel> silent = new ArrayList<>();
		try {
			int count = count();
			for (int i = 0; i < count; i++) {
				silent.add(SocketChannel.open(new InetSocketAddress("127.0.0.1", server.stompPort())));
				if (i % 100 == 0) {
					ada.post(topic, "tea");
				}
			}
			assertThat(ada.takeMessages((count + 99) / 100)).hasSize((count + 99) / 100);
			for (SocketChannel one : silent) {
				assertThat(readToTheEnd(one)).startsWith("ERROR\n").contains("code:connect.missing\n");
			}
			ada.post(topic, "more tea");
		}
		finally {
			for (SocketChannel one : silent) {
				one.close();
			}
		}
	}

	/** Both ends of each are this process's. */
	private static int count() {
		int most = Integer.getInteger("silent.connections", 10_000);
		return (getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)
				? (int) Math.min(most, (unix.getMaxFileDescriptorCount() - SPARE_FILES) / 2) : most;
	}

	private static String readToTheEnd(SocketChannel channel) throws IOException {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		ByteBuffer buffer = ByteBuffer.allocate(4096);
		while (channel.read(buffer) >= 0) {
			all.write(buffer.array(), 0, buffer.position());
			buffer.clear();
		}
		channel.close();
		return all.toString(StandardCharsets.UTF_8);
	}

}
