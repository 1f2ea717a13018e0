package chat.hubbub.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of docs/extending.md, run as they are written except for the port. */
class ExtendingIntegrationTests {

	private static final Markdown PAGE = new Markdown("docs/extending.md");

	private static final Path DICE = Path.of("src/test/java/chat/hubbub/dice");

	@TempDir
	private static Path folder;

	private static RunningServer server;

	@BeforeAll
	static void start() throws Exception {
		Path settings = Files.writeString(folder.resolve("application.yaml"), PAGE.block("configuration"));
		// The dice are rolled faster than people talk.
		server = RunningServer.start(folder.resolve("data"), "--spring.config.additional-location=" + settings,
				"--hubbub.limits.messages=0", "--hubbub.limits.address-messages=0");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void aTopicOfTheConfigurationTakesMessagesAndKeepsThem() throws Exception {
		try (StompSubscriber ada = new StompSubscriber(server, "ada", "/topic/chat.films")) {
			ada.send("/app/chat.films", "{\"text\":\"Metropolis\"}");
			assertThat(ada.receive()).contains("\"topic\":\"films\",\"seq\":1", "\"text\":\"Metropolis\"");
		}
		assertThat(server.get("/api/topics/films/messages")).contains("\"text\":\"Metropolis\"");
		assertThat(server.get("/api/topics/books"))
			.isEqualTo("{\"name\":\"books\",\"title\":\"books\",\"description\":\"\",\"head\":0,\"access\":\"open\","
					+ "\"announcements\":false,\"mayPost\":true,\"mayModerate\":false,\"member\":false}");
	}

	@Test
	void aTopicCreatedByHttpIsAnnouncedAndTakesMessages() throws Exception {
		Needs.success("apt-get install curl", folder, "curl", "--version");
		String created = PAGE.block("created").strip();
		try (StompSubscriber grace = new StompSubscriber(server, "grace", "/topic/topics");
				Program shell = Program.start(folder, "sh", "-c", PAGE.block("http", server))) {
			shell.awaitOutput(created);
			assertThat(grace.receive()).isEqualTo(created);
		}
		try (StompSubscriber ada = new StompSubscriber(server, "ada", "/topic/chat.music")) {
			ada.send("/app/chat.music", "{\"text\":\"Ella\"}");
			assertThat(ada.receive()).contains("\"topic\":\"music\",\"seq\":1", "\"text\":\"Ella\"");
		}
	}

	@Test
	void theDiceOfTheExampleAreTheOnesTestedHere() throws Exception {
		assertThat(PAGE.block("dice")).isEqualTo(Files.readString(DICE.resolve("DiceController.java")));
		assertThat(PAGE.block("gathering")).isEqualTo(Files.readString(DICE.resolve("DiceConfiguration.java")));
		assertThat(PAGE.block("http-method")).isEqualTo(Files.readString(DICE.resolve("DiceRules.java")));
		assertThat(PAGE.block("package")).isEqualTo(Files.readString(DICE.resolve("package-info.java")));
	}

	@Test
	void whoWatchesTheDiceSeesWhatOthersRoll() throws Exception {
		try (StompSubscriber watcher = new StompSubscriber(server, "grace", "/topic/dice");
				StompSubscriber player = new StompSubscriber(server, "ada", "/topic/dice")) {
			Set<String> rolls = new HashSet<>();
			for (int roll = 0; roll < 100; roll++) {
				player.send("/app/dice", "");
				rolls.add(watcher.receive());
			}
			assertThat(rolls).hasSizeBetween(2, 6)
				.allMatch((roll) -> roll.matches("\\{\"player\":\"ada\",\"points\":[1-6]}"));
		}
	}

}
