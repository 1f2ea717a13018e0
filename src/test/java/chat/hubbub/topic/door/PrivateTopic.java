package chat.hubbub.topic.door;

import java.util.concurrent.atomic.AtomicInteger;

import chat.hubbub.account.User;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Members;
import chat.hubbub.topic.Access;
import chat.hubbub.topic.Standing;
import chat.hubbub.topic.Topic;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.TopicChanges;

/**
 * A topic that Ada made for a test.
 *
 * @param server where
 * @param name its name
 */
record PrivateTopic(BrokerServer server, TopicName name) {

	private static final AtomicInteger COUNT = new AtomicInteger();

	static PrivateTopic on(BrokerServer server) {
		return on(server, Access.PRIVATE, false);
	}

	static PrivateTopic on(BrokerServer server, Access access, boolean announcements) {
		PrivateTopic made = new PrivateTopic(server, new TopicName("secret-" + COUNT.incrementAndGet()));
		made.changes().create(made.ada(), new Topic(made.name, "Secret", "", access, announcements));
		return made;
	}

	PrivateTopic withLinus() {
		changes().invite(ada(), this.name, linus(), Standing.MEMBER);
		return this;
	}

	void withoutLinus() {
		changes().dismiss(ada(), this.name, linus());
	}

	void become(Access access) {
		changes().change(ada(), this.name,
				(topic) -> new Topic(topic.name(), topic.title(), topic.description(), access, topic.announcements()));
	}

	String destination() {
		return this.name.destination();
	}

	private TopicChanges changes() {
		return this.server.bean(TopicChanges.class);
	}

	private User ada() {
		return this.server.bean(Members.class).ada();
	}

	private long linus() {
		return this.server.bean(Members.class).linus().account();
	}

	@Override
	public String toString() {
		return this.name.value();
	}

}
