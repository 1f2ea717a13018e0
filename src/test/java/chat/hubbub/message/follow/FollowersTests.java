package chat.hubbub.message.follow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import chat.hubbub.message.Follower;
import chat.hubbub.message.TestLog;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.health.contributor.Health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FollowersTests {

	@TempDir
	private Path folder;

	private TestLog log;

	@BeforeEach
	void open() {
		this.log = new TestLog(this.folder);
	}

	@AfterEach
	void close() {
		this.log.close();
	}

	/** The writer ends after the followers, and stores what they have done. */
	@Test
	void storesTheLastStepsWhenItCloses() throws Exception {
		Noted index = follower("index");
		Followers followers = followers(index);
		followers.start();
		index.halt();
		this.log.post("tea", "1");
		Awaitility.await().until(() -> !index.calls().isEmpty());
		index.resume();
		Awaitility.await().until(() -> index.steps() == 1);
		followers.destroy();
		this.log.stop();
		assertThat(index.of("tea")).containsExactly("1 1");
	}

	@Test
	void getNoConversationsUnlessTheyAskForThem() throws Exception {
		String between = "dm-" + "a".repeat(32);
		this.log.addTopic(between);
		Noted index = follower("index");
		Noted unread = new Noted("unread", this.log.database().template()) {

			@Override
			public boolean readsConversations() {
				return true;
			}

		};
		this.log.post(between, "before");
		Followers followers = followers(index, unread);
		followers.start();
		Awaitility.await().until(() -> unread.count() == 1);
		this.log.post(between, "psst");
		this.log.post("tea", "1");
		Awaitility.await().until(() -> unread.count() == 3 && index.count() > 0);
		followers.destroy();
		assertThat(index.given()).extracting((entry) -> entry.event().text()).containsExactly("1");
	}

	@Test
	void isDegradedWhileAFollowerFails() throws Exception {
		Noted broken = follower("broken");
		broken.refuse("bad");
		Followers followers = followers(broken, follower("index"));
		FollowersHealthIndicator health = new FollowersHealthIndicator(followers);
		followers.start();
		assertThat(health.health()).isEqualTo(Health.up().build());
		this.log.post("tea", "bad");
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> health.health().getStatus().getCode().equals("DEGRADED"));
		assertThat(health.health().getDetails()).containsOnlyKeys("broken")
			.hasEntrySatisfying("broken", (reason) -> assertThat(reason).asString().contains("on purpose"));
		followers.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "index", "a very long name that goes on and on and on and on and on and on and on" })
	void refusesANameThatDoesNotIdentifyAFollower(String name) {
		assertThatIllegalStateException().isThrownBy(() -> followers(follower("index"), follower(name)));
	}

	private Noted follower(String name) {
		return new Noted(name, this.log.database().template());
	}

	private Followers followers(Follower... followers) {
		return new Followers(List.of(followers), this.log.events(), new CursorStore(this.log.database().template()),
				null);
	}

}
