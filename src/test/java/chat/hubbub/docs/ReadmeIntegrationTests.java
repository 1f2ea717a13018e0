package chat.hubbub.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.OpenIdProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The code blocks of README.md, run as they are written except for the port. */
class ReadmeIntegrationTests {

	private static final Markdown README = new Markdown("README.md");

	private static final Path CLIENTS = Path.of("src", "test", "clients");

	private static final String PYTHON = "/usr/bin/python3";

	@TempDir
	private static Path data;

	private static RunningServer server;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() throws IOException {
		server = RunningServer.start(data);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void stompPyPostsWhatIsTypedAndPrintsTheLobby() throws Exception {
		Needs.success("apt-get install python3-stomp", this.folder, PYTHON, "-c", "import stomp");
		try (Program client = Program.start(this.folder, PYTHON, script("chat.py", "stomp.py").toString())) {
			client.type("Hello from stomp.py");
			client.awaitOutput("ada: Hello from stomp.py");
			assertThat(server.lobby()).contains("\"sender\":\"ada\",\"text\":\"Hello from stomp.py\"");
			assertThat(client.awaitEnd()).isZero();
		}
	}

	@Test
	void stompJsPostsAndPrintsTheLobby() throws Exception {
		needsNodeAndItsPackages();
		try (Program client = Program.start(CLIENTS, "node", "--input-type=module", "--eval",
				README.block("@stomp/stompjs", server))) {
			client.awaitOutput("grace: Hello from stompjs");
			assertThat(server.lobby()).contains("\"sender\":\"grace\",\"text\":\"Hello from stompjs\"");
		}
	}

	@Test
	void wscatPostsWhatIsTypedAndPrintsTheLobby() throws Exception {
		needsNodeAndItsPackages();
		Needs.success("apt-get install bsdutils", CLIENTS, "script", "--version");
		String command = README.block("wscat", server).strip();
		// wscat says that it is connected to a terminal only.
		try (Program client = Program.start(CLIENTS, "script", "-qfec", command, "/dev/null")) {
			client.awaitOutput("Connected");
			client.type("Hello from wscat");
			client.awaitOutput("< Hello from wscat");
			assertThat(server.lobby()).contains("\"text\":\"Hello from wscat\"");
		}
	}

	@Test
	void pythonWebsocketsPostsAndPrintsTheLobby() throws Exception {
		Needs.success("apt-get install python3-websockets", this.folder, PYTHON, "-c", "import websockets");
		try (Program client = Program.start(this.folder, PYTHON, "-u", script("chat.py", "websockets").toString())) {
			client.awaitOutput("Hello from websockets");
			assertThat(server.lobby()).contains("\"text\":\"Hello from websockets\"");
		}
	}

	@Test
	void curlCreatesATopic() throws Exception {
		Needs.success("apt-get install curl", this.folder, "curl", "--version");
		try (Program shell = Program.start(this.folder, "sh", "-c", README.block("curl", server))) {
			shell.awaitOutput("\"name\":\"films\"");
			assertThat(shell.awaitEnd()).isZero();
		}
		assertThat(server.get("/api/topics/films")).startsWith(
				"{\"name\":\"films\",\"title\":\"Films\",\"description\":\"What to watch tonight\",\"head\":0,");
	}

	@Test
	void curlSignsInWithAToken() throws Exception {
		Needs.success("apt-get install curl", this.folder, "curl", "--version");
		Api browser = new Api(server.port());
		browser.signUp("owner", "correct horse");
		String token = "TOKEN=" + browser.token("bot") + "\n";
		try (Program shell = Program.start(this.folder, "sh", "-c", token + README.block("token", server))) {
			shell.awaitOutput("{\"name\":\"owner\",\"role\":\"member\",\"server\":{\"name\":\"Hubbub\"}}");
		}
	}

	@Test
	void aLineOfTheConfigurationIsATopic(@TempDir Path otherData) throws Exception {
		Path settings = Files.writeString(this.folder.resolve("application.yaml"), README.block("topics"));
		try (RunningServer other = RunningServer.start(otherData, "--spring.config.additional-location=" + settings)) {
			assertThat(other.get("/api/topics/random"))
				.startsWith("{\"name\":\"random\",\"title\":\"Random\",\"description\":\"Anything else\",\"head\":0,");
		}
	}

	@Test
	void aProviderOfTheConfigurationIsAWayIn(@TempDir Path otherData) throws Exception {
		try (OpenIdProvider provider = new OpenIdProvider().start()) {
			Path settings = Files.writeString(this.folder.resolve("application.yaml"),
					README.block("provider").replace("https://id.example.org", provider.issuer()));
			try (RunningServer other = RunningServer.start(otherData,
					"--spring.config.additional-location=" + settings)) {
				assertThat(other.get("/")).contains("href=\"oauth2/authorization/work\"", "Sign in with Work");
			}
		}
	}

	private Path script(String file, String block) throws IOException {
		return Files.writeString(this.folder.resolve(file), README.block(block, server));
	}

	private static void needsNodeAndItsPackages() throws Exception {
		Needs.success("install Node.js and call npm ci in " + CLIENTS, CLIENTS, "npm", "ls");
	}

}
