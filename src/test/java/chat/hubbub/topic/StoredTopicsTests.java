package chat.hubbub.topic;

import java.nio.file.Path;

import chat.hubbub.account.RightMissing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static chat.hubbub.topic.TestTopics.ADA;
import static chat.hubbub.topic.TestTopics.ADMIN;
import static chat.hubbub.topic.TestTopics.GUEST;
import static chat.hubbub.topic.TestTopics.LINUS;
import static chat.hubbub.topic.TestTopics.TEA;
import static chat.hubbub.topic.TestTopics.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StoredTopicsTests {

	private TestTopics server;

	@BeforeEach
	void open(@TempDir Path folder) {
		this.server = new TestTopics(folder);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void hasALobbyFromTheStart() {
		assertThat(this.server.topics().readable(GUEST, new TopicName("lobby"))).isEqualTo(TopicName.LOBBY);
	}

	@Test
	void keepsItsTopicsOverARestart() {
		this.server.changes().create(GUEST, tea("Tea"));
		this.server.start();
		assertThat(this.server.topics().readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void createsTheTopicsOfTheConfiguration() {
		this.server.start(new TopicProperties.Line("tea", "Tea", null, null, null));
		assertThat(this.server.topics().readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void bringsAConfiguredTopicUpToDateAndKeepsItsHead() {
		this.server.changes().create(GUEST, tea("Tea"));
		this.server.database().template().update("update topic set head = 7 where name = 'tea'");
		this.server.start(new TopicProperties.Line("tea", "High tea", "At five", null, null));
		assertThat(this.server.topics().all(GUEST))
			.contains(new Listing("tea", "High tea", "At five", 7, "open", false, true, false, false));
	}

	@Test
	void keepsATopicThatLeftTheConfiguration() {
		this.server.start(new TopicProperties.Line("tea", "Tea", null, null, null));
		this.server.start();
		assertThat(this.server.topics().readable(GUEST, TEA)).isEqualTo(TEA);
	}

	@Test
	void refusesToStartWithAnIllFormedTopic() {
		assertThatExceptionOfType(IllFormedTopicName.class)
			.isThrownBy(() -> this.server.start(new TopicProperties.Line("High Tea", null, null, null, null)));
	}

	@Test
	void tellsOfAChangeAgainAfterAListenerFailed() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, true));
		this.server.changes().invite(ADA, TEA, 2, Standing.MEMBER);
		Rights before = this.server.topics().moderated(ADA, TEA);
		this.server.events().clear();
		this.server.store().dismiss(TEA, 2);
		this.server.tellWithAFault(TEA);
		assertThat(this.server.events()).containsExactly(new TopicChanged(before, before.without(2)));
	}

	@Test
	void keepsItsPeopleOverARestart() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, true));
		this.server.changes().invite(ADA, TEA, 2, Standing.MEMBER);
		Rights before = this.server.topics().moderated(ADA, TEA);
		this.server.start();
		assertThat(this.server.topics().moderated(ADA, TEA)).isEqualTo(before);
		assertThat(this.server.topics().readable(LINUS, TEA)).isEqualTo(TEA);
		this.server.assertHidden(GUEST, TEA);
	}

	@Test
	void keepsTheLobbyOpen() {
		assertThatExceptionOfType(IllFormedTopic.class).isThrownBy(() -> this.server.changes()
			.change(ADMIN, TopicName.LOBBY, (lobby) -> new Topic(TopicName.LOBBY, "Lobby", "", Access.PRIVATE, false)));
		assertThat(this.server.topics().readable(GUEST, TopicName.LOBBY)).isEqualTo(TopicName.LOBBY);
		assertThatExceptionOfType(IllFormedTopic.class)
			.isThrownBy(() -> this.server.start(new TopicProperties.Line("lobby", null, null, Access.MEMBERS, null)));
	}

	@Test
	void takesTheAccessOfTheConfiguration() {
		this.server.start(new TopicProperties.Line("tea", "Tea", null, Access.MEMBERS, true));
		this.server.assertHidden(GUEST, TEA);
		assertThatExceptionOfType(RightMissing.class).isThrownBy(() -> this.server.topics().postable(ADA, TEA));
	}

	@Test
	void opensNoTopicBecauseTheConfigurationIsSilent() {
		this.server.changes().create(ADA, tea(Access.PRIVATE, true));
		this.server.start(new TopicProperties.Line("tea", "High tea", null, null, null));
		this.server.assertHidden(GUEST, TEA);
		assertThat(this.server.topics().moderated(ADA, TEA).topic())
			.isEqualTo(new Topic(TEA, "High tea", "", Access.PRIVATE, true));
	}

}
