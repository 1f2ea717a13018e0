package chat.hubbub.presence;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Frame;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import chat.hubbub.fixture.StompClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The presence in a topic as clients see it. */
class PresenceIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(
			Stream.concat(Stream.of(Members.SETTINGS), Stream.of("--hubbub.connection.heart-beat=1s"))
				.toArray(String[]::new));

	private final String topic = server.newTopic();

	private final String chat = "/topic/chat." + this.topic;

	private final String presence = "/topic/presence." + this.topic;

	@Test
	void aSubscriberSeesTheStateFirstAndThenTheDifferences() {
		RawClient grace = join("grace");
		Watcher watcher = new Watcher(grace);
		watcher.awaitPeople("grace", "online");
		// Of two nodes each shows the people of the other a moment later.
		for (int node = 0; node < 2; node++) {
			new Watcher(server.connect(Carrier.TCP, "watcher")).awaitPeople("grace", "online");
		}
		RawClient late = join("late").subscribe(this.presence);
		JsonNode first = late.take("MESSAGE").json();
		assertThat(first.path("type").asString()).isEqualTo("state");
		assertThat(first.path("people").get(0).path("name").asString()).isEqualTo("grace");
		watcher.awaitPeople("grace", "online", "late", "online");
	}

	@Test
	void twoTabsAreOnePersonAndAwayTogether() {
		RawClient one = Members.connect(server, Carrier.WEB_SOCKET_TEXT, "ada").subscribe(this.chat);
		RawClient two = Members.connect(server, Carrier.TCP, "ada").subscribe(this.chat);
		Watcher watcher = new Watcher(join("joan"));
		watcher.awaitPeople("ada", "online", "joan", "online");
		assertThat(watcher.online).isEqualTo(2);
		away(one, true);
		away(two, true);
		watcher.awaitPeople("ada", "away", "joan", "online");
		assertThat(watcher.away).isEqualTo(1);
		away(two, false);
		watcher.awaitPeople("ada", "online", "joan", "online");
	}

	@Test
	void aPersonWithoutAnAccountIsShownAsAGuest() {
		Members.connect(server, Carrier.TCP, "ada").subscribe(this.chat);
		Watcher watcher = new Watcher(join("mary"));
		watcher.awaitPeople("ada", "online", "mary", "online");
		assertThat(watcher.guests).containsExactly("mary");
	}

	@Test
	void whoVanishesIsGoneBeforeTheGraceOfOneWhoClosesIsOver() {
		Watcher watcher = new Watcher(join("mary"));
		RawClient leaving = join("leaving");
		server.connect(Carrier.TCP, "lost", "heart-beat:1000,0").subscribe(this.chat);
		watcher.awaitPeople("leaving", "online", "lost", "online", "mary", "online");
		leaving.close();
		watcher.awaitPeople("leaving", "online", "mary", "online");
		watcher.awaitPeople("mary", "online");
	}

	@Test
	void aGuestWithAnotherNameIsShownByIt() {
		Api browser = server.api();
		browser.enter("rosa");
		Watcher watcher = new Watcher(join("hedy"));
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.subscribe(this.chat);
			watcher.awaitPeople("hedy", "online", "rosa", "online");
			browser.enter("rosalind");
			assertThat(page.take("ERROR").code()).isEqualTo("name.changed");
		}
		try (StompClient page = StompClient.connectWithCookie(server.port(), browser.cookie())) {
			page.subscribe(this.chat);
			watcher.awaitPeople("hedy", "online", "rosalind", "online");
		}
	}

	@Test
	void aRightThatIsWithdrawnEndsIt() {
		Api ada = Members.browser(server, "ada");
		String name = "private-" + this.topic;
		ada.post("/api/topics", "{\"name\":\"" + name + "\",\"access\":\"private\"}");
		ada.put("/api/topics/" + name + "/members/linus", "{}");
		RawClient linus = Members.connect(server, Carrier.TCP, "linus")
			.subscribe("/user/queue/errors")
			.subscribe("/topic/presence." + name);
		assertThat(linus.take("MESSAGE").json().path("type").asString()).isEqualTo("state");
		ada.delete("/api/topics/" + name + "/members/linus");
		Frame told = linus.take("MESSAGE");
		assertThat(told.code()).isEqualTo("subscription.ended");
		Members.connect(server, Carrier.TCP, "ada").subscribe("/topic/chat." + name);
		assertThat(linus.request("SUBSCRIBE", "", "id:9", "destination:/topic/presence." + name).code())
			.isEqualTo("topic.unknown");
		assertThat(linus.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void aBodyThatSaysNeitherIsRefused() {
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/user/queue/errors");
		for (String body : new String[] { "", "away", "{}", "{\"away\":\"maybe\"}", "[1]" }) {
			assertThat(grace.request("SEND", body, "destination:/app/presence").code()).as(body)
				.isEqualTo("body.malformed");
		}
	}

	@Test
	void whoIsMutedMayStillGoAway() {
		Api olga = Members.browser(server, "olga");
		long id = olga.post("/api/mutes", "{\"username\":\"linus\",\"minutes\":5}").json().path("id").asLong();
		try {
			away(Members.connect(server, Carrier.TCP, "linus"), true);
		}
		finally {
			olga.delete("/api/mutes/" + id);
		}
	}

	@Test
	void typingIsToldUntilTheMessageIsPosted() {
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/typing." + this.topic);
		RawClient joan = server.connect(Carrier.WEB_SOCKET_TEXT, "joan");
		type(joan, this.topic);
		assertThat(grace.take("MESSAGE").body()).isEqualTo("{\"type\":\"typing\",\"count\":1,\"people\":[\"joan\"]}");
		RawClient late = server.connect(Carrier.TCP, "late").subscribe("/topic/typing." + this.topic);
		assertThat(late.take("MESSAGE").json().path("people").get(0).asString()).isEqualTo("joan");
		joan.post(this.topic, "at last");
		assertThat(grace.take("MESSAGE").json().path("count").asInt()).isZero();
	}

	@Test
	void tenThousandNoticesAreOne() {
		RawClient grace = server.connect(Carrier.TCP, "grace").subscribe("/topic/typing." + this.topic);
		RawClient eve = server.connect(Carrier.TCP, "eve");
		String notice = RawClient.frame("SEND", "{}", "destination:/app/typing." + this.topic);
		eve.send(notice.repeat(10_000));
		type(eve, this.topic);
		assertThat(grace.take("MESSAGE").json().path("count").asInt()).isOne();
		eve.post(this.topic, "that was much ado");
		assertThat(grace.take("MESSAGE").json().path("count").asInt()).isZero();
		assertThat(grace.has((frame) -> frame.is("MESSAGE"))).isFalse();
	}

	@Test
	void whoMayNotPostDoesNotType() {
		Api ada = Members.browser(server, "ada");
		String news = "news-" + this.topic;
		ada.post("/api/topics", "{\"name\":\"" + news + "\",\"announcements\":true}");
		RawClient linus = Members.connect(server, Carrier.TCP, "linus")
			.subscribe("/user/queue/errors")
			.subscribe("/topic/typing." + news);
		assertThat(linus.request("SEND", "{}", "destination:/app/typing." + news).code()).isEqualTo("right.missing");
		ada.post("/api/topics/" + news + "/mutes", "{\"username\":\"linus\",\"minutes\":5}");
		type(Members.connect(server, Carrier.TCP, "ada"), news);
		assertThat(linus.take("MESSAGE").json().path("people").get(0).asString()).isEqualTo("ada");
	}

	@Test
	void theUsersOfADevelopersDestinationSeeEachOtherAndWhoIsTyping() {
		RawClient grace = server.connect(Carrier.TCP, "grace")
			.subscribe("/topic/presence/dice")
			.subscribe("/topic/typing/dice");
		assertThat(grace.take("MESSAGE").json().path("type").asString()).isEqualTo("state");
		RawClient player = server.connect(Carrier.TCP, "player").subscribe("/topic/dice");
		assertThat(grace.take("MESSAGE").json().path("people").get(0).path("name").asString()).isEqualTo("player");
		player.done("SEND", "{}", "destination:/app/typing/dice");
		assertThat(grace.take("MESSAGE").json().path("people").get(0).asString()).isEqualTo("player");
		player.subscribe("/user/queue/errors");
		assertThat(player.request("SEND", "{}", "destination:/app/typing/cards").code())
			.isEqualTo("destination.unknown");
	}

	private static void type(RawClient client, String topic) {
		client.done("SEND", "{}", "destination:/app/typing." + topic);
	}

	private RawClient join(String name) {
		return server.connect(Carrier.TCP, name).subscribe(this.chat);
	}

	private static void away(RawClient client, boolean away) {
		client.done("SEND", "{\"away\":" + away + "}", "destination:/app/presence", "content-type:application/json");
	}

	/** Keeps the list of people as a client does. */
	private final class Watcher {

		private final RawClient client;

		private final Map<String, String> people = new LinkedHashMap<>();

		private final Set<String> guests = new HashSet<>();

		private int online;

		private int away;

		Watcher(RawClient client) {
			this.client = client.subscribe(PresenceIntegrationTests.this.presence);
		}

		void awaitPeople(String... namesAndStates) {
			Map<String, String> wanted = new LinkedHashMap<>();
			for (int i = 0; i < namesAndStates.length; i += 2) {
				wanted.put(namesAndStates[i], namesAndStates[i + 1]);
			}
			while (!this.people.equals(wanted)) {
				apply(this.client.take("MESSAGE").json());
			}
		}

		private void apply(JsonNode notice) {
			if (notice.path("type").asString().equals("state")) {
				this.people.clear();
			}
			notice.path("people").forEach((person) -> {
				String name = person.path("name").asString();
				this.people.put(name, person.path("away").asBoolean(false) ? "away" : "online");
				if (person.path("guest").asBoolean(false)) {
					this.guests.add(name);
				}
			});
			notice.path("gone").forEach((name) -> this.people.remove(name.asString()));
			this.online = notice.path("online").asInt();
			this.away = notice.path("away").asInt();
		}

	}

}
