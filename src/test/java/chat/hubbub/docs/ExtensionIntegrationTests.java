package chat.hubbub.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import chat.hubbub.fixture.HubbubProcess;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The extension of docs/extending.md, built as it is written there and dropped into the
 * packaged server.
 */
class ExtensionIntegrationTests {

	private static final Markdown PAGE = new Markdown("docs/extending.md");

	private static final Path API = Path.of("target", "hubbub-api.jar");

	@TempDir
	private static Path folder;

	private static Path jar;

	/** In a repository that has the API, and else what this build has downloaded. */
	@BeforeAll
	static void build() throws Exception {
		Path repository = Files.createDirectory(folder.resolve("repository"));
		try (Stream<Path> groups = Files.list(Path.of(System.getProperty("maven.repository")))) {
			for (Path group : groups.filter((group) -> !group.endsWith("chat")).toList()) {
				Files.createSymbolicLink(repository.resolve(group.getFileName()), group);
			}
		}
		Path api = Files.createDirectories(repository.resolve("chat/hubbub/hubbub/0.1.0-SNAPSHOT"));
		Files.copy(API, api.resolve("hubbub-0.1.0-SNAPSHOT-api.jar"));
		Files.copy(Path.of("pom.xml"), api.resolve("hubbub-0.1.0-SNAPSHOT.pom"));
		jar = build(Files.createDirectory(folder.resolve("poll")), PAGE.block("poll"), repository);
	}

	private static Path build(Path project, String code, Path repository) throws Exception {
		write(project.resolve("src/main/java/com/example/poll/PollExtension.java"), code);
		write(project.resolve("src/main/resources/META-INF/spring")
			.resolve("org.springframework.boot.autoconfigure.AutoConfiguration.imports"), PAGE.block("poll-imports"));
		Path pom = write(project.resolve("pom.xml"), PAGE.block("poll-pom"));
		Process maven = new ProcessBuilder("./mvnw", "-B", "-q", "-f", pom.toString(),
				"-Dmaven.repo.local=" + repository, "package")
			.redirectErrorStream(true)
			.start();
		String output = new String(maven.getInputStream().readAllBytes());
		assertThat(maven.waitFor()).as(output).isZero();
		return project.resolve("target/poll-1.jar");
	}

	private static Path write(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	@Test
	void addsATopicWithSettings() throws Exception {
		Path place = place("good");
		Files.copy(jar, place.resolve("extensions/poll-1.jar"));
		Files.writeString(place.resolve("extensions/broken.jar"), "no jar");
		Files.writeString(place.resolve("application.yaml"),
				"poll.answers: red,green,blue\nhubbub.topics: [{ name: films }]");
		try (HubbubProcess server = HubbubProcess.in(place);
				StompClient ada = StompClient.connect(server.port(), "login:ada")) {
			ada.subscribe("/topic/poll.films").subscribe("/user/queue/errors");
			ada.send("SEND", "{\"answer\":\"green\"}", "destination:/app/poll.films", "content-type:application/json");
			assertThat(ada.takeMessage("/topic/poll.films").path("green").asInt()).isEqualTo(1);
			ada.send("SEND", "{\"answer\":\"yes\"}", "destination:/app/poll.films", "content-type:application/json");
			assertThat(ada.takeMessage("/user/queue/errors").path("code").asString()).isEqualTo("poll.answer");
			assertThat(server.log()).contains("Extension " + place.toRealPath().resolve("extensions/poll-1.jar"))
				.contains("Extension poll-1.jar answers /app/poll.{topic}")
				.containsPattern("Skipped the extension .*broken.jar. It cannot be read as a jar");
		}
	}

	/** The sentence is the last of the log, after what else Spring Boot says. */
	@Test
	void endsTheStartByNameIfItFails() throws Exception {
		Path place = place("failing");
		Path failing = build(Files.createDirectory(folder.resolve("failing-poll")),
				PAGE.block("poll").replace("this.settings = settings;", "throw new IllegalStateException();"),
				folder.resolve("repository"));
		Files.copy(failing, place.resolve("extensions/poll-1.jar"));
		try (HubbubProcess server = HubbubProcess.in(place)) {
			assertThat(server.awaitExit()).isEqualTo(1);
			assertThat(server.log().lines().toList()).last()
				.asString()
				.containsPattern("The extension .*/poll-1.jar failed, so the server did not start.");
		}
	}

	private static Path place(String name) throws IOException {
		Path place = Files.createDirectory(folder.resolve(name));
		Files.createDirectory(place.resolve("extensions"));
		return place;
	}

}
