package chat.hubbub.topic.door;

import java.util.concurrent.CompletableFuture;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.topic.Access;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A user that has lost the right to read receives nothing more, and is told so. */
class WithdrawnRightsIntegrationTests {

	private static final String SECRET = "nobody else may read this";

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private final PrivateTopic topic = PrivateTopic.on(server).withLinus();

	private final RawClient ada = Members.connect(server, Carrier.TCP, "ada").subscribe(this.topic.destination());

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void whoIsTakenOutIsToldAndHearsNothingFurther(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus")
			.subscribe("/user/queue/errors")
			.subscribe(this.topic.destination())
			.subscribe("/topic/chat");
		say("before");
		assertThat(linus.take("MESSAGE").json().path("text").asString()).isEqualTo("before");
		this.topic.withoutLinus();
		say(SECRET);
		Frame told = linus.take("MESSAGE");
		assertThat(told.isFault()).isTrue();
		assertThat(told.code()).isEqualTo("subscription.ended");
		assertThat(told.sentence()).contains(this.topic.destination());
		assertIsOut(linus);
		assertThat(this.ada.takeMessages(2).get(1).json().path("text").asString()).isEqualTo(SECRET);
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void whoDoesNotListenIsToldByAnErrorAndClosed(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus").subscribe(this.topic.destination());
		this.topic.withoutLinus();
		say(SECRET);
		assertThat(linus.take("ERROR").code()).isEqualTo("subscription.ended");
		linus.awaitClose();
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void aTopicThatBecomesPrivateEndsWhoeverWasNotInvited(Carrier carrier) {
		PrivateTopic open = PrivateTopic.on(server, Access.OPEN, false).withLinus();
		RawClient eve = Members.connect(server, carrier, "eve")
			.subscribe("/user/queue/errors")
			.subscribe(open.destination())
			.subscribe("/topic/typing." + open);
		RawClient linus = Members.connect(server, carrier, "linus").subscribe(open.destination());
		open.become(Access.PRIVATE);
		Members.connect(server, carrier, "ada").post(open.toString(), SECRET);
		assertThat(linus.take("MESSAGE").json().path("text").asString()).isEqualTo(SECRET);
		assertThat(eve.take("MESSAGE").code()).isEqualTo("subscription.ended");
		assertThat(eve.take("MESSAGE").code()).isEqualTo("subscription.ended");
		assertThat(eve.request("SUBSCRIBE", "", "id:1", "destination:" + open.destination()).code())
			.isEqualTo("topic.unknown");
		assertThat(eve.has((frame) -> true)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void whoIsNoAdminAnyMoreComesAgain(Carrier carrier) {
		Accounts accounts = server.bean(Accounts.class);
		long olga = server.bean(Members.class).olga().id();
		RawClient connection = Members.connect(server, carrier, "olga").subscribe(this.topic.destination());
		accounts.changeRole(olga, Role.MEMBER);
		try {
			say(SECRET);
			assertThat(connection.take("ERROR").code()).isEqualTo("session.ended");
			connection.awaitClose();
			assertThat(connection.has((frame) -> frame.is("MESSAGE"))).isFalse();
			assertThat(Members.connect(server, carrier, "olga")
				.request("SUBSCRIBE", "", "id:1", "destination:" + this.topic.destination())
				.code()).isEqualTo("topic.unknown");
		}
		finally {
			accounts.changeRole(olga, Role.ADMIN);
		}
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void whatATransactionHoldsIsAskedAboutWhenItIsCommitted(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus");
		linus.done("BEGIN", "", "transaction:t");
		linus.send("SEND", "{\"text\":\"late\"}", "destination:/app/chat." + this.topic, "transaction:t");
		linus.done("BEGIN", "", "transaction:other");
		this.topic.withoutLinus();
		assertThat(linus.request("COMMIT", "", "transaction:t").code()).isIn("topic.unknown", "transaction.refused");
		say("still here");
		assertThat(this.ada.take("MESSAGE").json().path("text").asString()).isEqualTo("still here");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void noSubscriptionSlipsInWhileTheRightGoes(Carrier carrier) {
		RawClient linus = Members.connect(server, carrier, "linus").subscribe("/user/queue/errors");
		for (int round = 0; round < 50; round++) {
			this.topic.withLinus();
			CompletableFuture<Void> withdrawal = CompletableFuture.runAsync(this.topic::withoutLinus);
			linus.request("SUBSCRIBE", "", "id:" + round, "destination:" + this.topic.destination());
			withdrawal.join();
			say(SECRET);
		}
		assertIsOut(linus);
	}

	private void say(String text) {
		Members.connect(server, Carrier.TCP, "ada").post(this.topic.toString(), text);
	}

	/** Messages from before the withdrawal may arrive; no later one may. */
	private void assertIsOut(RawClient linus) {
		assertThat(
				linus.request("SUBSCRIBE", "", "id:again", "destination:" + this.topic.destination(), "since:0").code())
			.isEqualTo("topic.unknown");
		assertThat(linus.request("SEND", "{\"text\":\"?\"}", "destination:/app/chat." + this.topic).code())
			.isEqualTo("topic.unknown");
		say(SECRET);
		linus.subscribe("/user/queue/topics");
		assertThat(linus.has((frame) -> frame.is("MESSAGE") && !frame.isFault())).isFalse();
	}

}
