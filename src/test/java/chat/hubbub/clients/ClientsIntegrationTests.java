package chat.hubbub.clients;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.docs.Needs;
import chat.hubbub.fixture.BrokerServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients of others, in other languages. Each connects, subscribes, sends UTF-8 and a
 * body of 64 KiB, awaits a receipt, stays for longer than either side would wait without
 * heart-beats, and leaves cleanly; its script is in {@code src/test/clients}.
 */
class ClientsIntegrationTests {

	private static final Path FOLDER = Path.of("src/test/clients");

	private static final String APT = "apt-get install ";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer("--spring.profiles.active=developer",
			"--hubbub.connection.heart-beat=1s", "--hubbub.limits.enabled=true");

	@TempDir
	private Path folder;

	@Test
	void stompPy() throws Exception {
		Needs.success(APT + "python3-stomp", FOLDER, "/usr/bin/python3", "-c", "import stomp");
		assertThat(run(server.stompPort(), "/usr/bin/python3", "client.py")).isEqualTo("all is well");
	}

	@Test
	void stompPyEditsDeletesAndReplies() throws Exception {
		Needs.success(APT + "python3-stomp", FOLDER, "/usr/bin/python3", "-c", "import stomp");
		assertThat(run(server.stompPort(), "/usr/bin/python3", "conversation.py")).isEqualTo("all is well");
	}

	@Test
	void stompPyCountsWhatIsNewAndHearsOfMentions() throws Exception {
		Needs.success(APT + "python3-stomp", FOLDER, "/usr/bin/python3", "-c", "import stomp");
		People.signUp(server.bean(Accounts.class), "reader", Role.MEMBER);
		assertThat(run(server.stompPort(), "/usr/bin/python3", "unread.py", "reader", People.passwordOf("reader")))
			.isEqualTo("all is well");
	}

	@Test
	void stompOfRuby() throws Exception {
		Needs.success(APT + "ruby-stomp", FOLDER, "ruby", "-e", "require 'stomp'");
		assertThat(run(server.stompPort(), "ruby", "client.rb")).isEqualTo("all is well");
	}

	@Test
	void netStompOfPerl() throws Exception {
		Needs.success(APT + "libnet-stomp-perl", FOLDER, "perl", "-MNet::Stomp", "-e", "1");
		assertThat(run(server.stompPort(), "perl", "client.pl")).isEqualTo("all is well");
	}

	@Test
	void stompJs() throws Exception {
		Needs.success("npm ci --prefix " + FOLDER, FOLDER, "node", "-e", "require.resolve('@stomp/stompjs')");
		assertThat(run(server.port(), "node", "client.mjs")).isEqualTo("all is well");
	}

	@Test
	void stompJsOverSockJs() throws Exception {
		Needs.success("npm ci --prefix " + FOLDER, FOLDER, "node", "-e", "require.resolve('sockjs-client')");
		assertThat(run(server.port(), "node", "client.mjs", "sockjs")).isEqualTo("all is well");
	}

	@Test
	void stompit() throws Exception {
		Needs.success("npm ci --prefix " + FOLDER, FOLDER, "node", "-e", "require.resolve('stompit')");
		assertThat(run(server.stompPort(), "node", "stompit.mjs")).isEqualTo("all is well");
	}

	/** They offer 1.0 first. */
	@ParameterizedTest
	@CsvSource({ "stompjs,1.1", "webstomp-client,1.2" })
	void oldClientsSpeakTheNewestVersionTheyOffer(String library, String version) throws Exception {
		Needs.success("npm ci --prefix " + FOLDER, FOLDER, "node", "-e", "require.resolve('" + library + "')");
		assertThat(run(server.port(), "node", "old-client.mjs", library)).isEqualTo("all is well in " + version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stompjs", "webstomp-client" })
	void oldClientsLiveWithoutHeartBeatsInTheFirstVersion(String library) throws Exception {
		Needs.success("npm ci --prefix " + FOLDER, FOLDER, "node", "-e", "require.resolve('" + library + "')");
		assertThat(run(server.port(), "node", "old-client.mjs", library, "v10.stomp")).isEqualTo("all is well in 1.0");
	}

	/** The last output of the script. */
	private String run(int port, String interpreter, String script, String... more) throws Exception {
		File output = this.folder.resolve("output").toFile();
		List<String> command = new ArrayList<>(List.of(interpreter, script, Integer.toString(port), server.newTopic()));
		command.addAll(List.of(more));
		Process process = new ProcessBuilder(command).directory(FOLDER.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output)
			.start();
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroy();
		}
		return Files.readString(output.toPath()).strip();
	}

}
