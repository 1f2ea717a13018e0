package chat.hubbub.message;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.fixture.StoreLock;
import chat.hubbub.fixture.StoredInAFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class RetryIntegrationTests {

	private static final String HELLO = "{\"text\":\"Hello\",\"id\":\"1\"}";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer();

	private String tea;

	@BeforeEach
	void newTopic() {
		this.tea = server.newTopic();
	}

	@Test
	void storesAndSendsARetriedMessageOnce() {
		StompClient ada = server.connect("ada").subscribe("/topic/chat." + this.tea);
		post(ada, HELLO);
		post(ada, HELLO);
		post(ada, HELLO);
		post(ada, "{\"text\":\"Bye\",\"id\":\"2\"}");
		assertThat(ada.takeMessages(2, "/topic/chat." + this.tea))
			.extracting((message) -> message.path("text").asString())
			.containsExactly("Hello", "Bye");
		assertThat(stored()).containsExactly("Hello", "Bye");
	}

	@Test
	void answersEachOfManyRetriesThatAreSentAtOnce() {
		StompClient ada = server.connect("ada");
		List<String> receipts = List.of("r1", "r2", "r3", "r4", "r5");
		receipts
			.forEach((receipt) -> ada.send("SEND", HELLO, "destination:/app/chat." + this.tea, "receipt:" + receipt));
		assertThat(receipts).allSatisfy((receipt) -> assertThat(ada.answer(receipt).command()).isEqualTo("RECEIPT"));
		assertThat(stored()).containsExactly("Hello");
	}

	@Test
	void knowsARetryAfterAReconnectUnderTheSameLogin() {
		post(server.connect("ada"), HELLO);
		StompClient again = server.connect("Ada");
		post(again, HELLO);
		assertThat(stored()).containsExactly("Hello");
	}

	@Test
	void knowsARetryAfterARestart() {
		post(server.connect("ada"), HELLO);
		server.restart();
		post(server.connect("ada"), HELLO);
		assertThat(stored()).containsExactly("Hello");
	}

	/** The server waits for 5 s. */
	@Test
	@StoredInAFile
	void storesARetryOfWhatALockOfEightSecondsHadRefused() {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		try (StoreLock lock = new StoreLock(folder())) {
			CompletableFuture<Answer> account = CompletableFuture.supplyAsync(RetryIntegrationTests::signUp);
			CompletableFuture<Answer> topic = CompletableFuture.supplyAsync(RetryIntegrationTests::newCoffee);
			Frame refusal = ada.request("SEND", HELLO, "destination:/app/chat." + this.tea);
			assertThat(refusal.code()).isEqualTo("store.unavailable");
			assertThat(account.join().code()).isEqualTo("store.unavailable");
			assertThat(topic.join().code()).isEqualTo("store.unavailable");
			Awaitility.await().until(() -> lock.isOlderThan(Duration.ofSeconds(8)));
		}
		assertThat(stored()).isEmpty();
		post(ada, HELLO);
		assertThat(signUp().status()).isEqualTo(201);
		assertThat(newCoffee().status()).isEqualTo(201);
		assertThat(stored()).containsExactly("Hello");
	}

	@Test
	void keepsTheSameIdOfDifferentPeopleApart() {
		post(server.connect("ada"), HELLO);
		post(server.connect("grace"), HELLO);
		assertThat(stored()).containsExactly("Hello", "Hello");
	}

	@Test
	void refusesAnIdThatStandsForAnotherText() {
		StompClient ada = server.connect("ada").subscribe("/user/queue/errors");
		post(ada, HELLO);
		Frame refusal = ada.request("SEND", "{\"text\":\"Bye\",\"id\":\"1\"}", "destination:/app/chat." + this.tea);
		assertThat(refusal.isFault()).isTrue();
		assertThat(refusal.code()).isEqualTo("id.taken");
		assertThat(stored()).containsExactly("Hello");
	}

	private static Answer signUp() {
		return server.api().signUp("rosa", "correct horse");
	}

	private static Answer newCoffee() {
		return server.api().post("/api/topics", "{\"name\":\"coffee\"}");
	}

	private static Path folder() {
		return Path
			.of(server.bean(JdbcTemplate.class)
				.queryForObject("select file from pragma_database_list where name = 'main'", String.class))
			.getParent();
	}

	private void post(StompClient sender, String json) {
		sender.post("/app/chat." + this.tea, json);
	}

	private List<String> stored() {
		return server.api().history(this.tea).stream().map((message) -> message.path("text").asString()).toList();
	}

}
