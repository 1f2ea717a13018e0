package chat.hubbub.web;

import java.awt.Color;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.Username;
import chat.hubbub.account.token.AccessTokens;
import chat.hubbub.file.PreviewPictures;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.message.EventLog;
import chat.hubbub.message.KeptPicture;
import chat.hubbub.message.Preview;
import chat.hubbub.picture.DamagedPicture;
import chat.hubbub.picture.Encoded;
import chat.hubbub.picture.Thumbnails;
import chat.hubbub.topic.TopicName;
import com.microsoft.playwright.options.FilePayload;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of the views, with what they have said and done: something of everything
 * that the page shows. The times are the same in each run.
 */
final class Cast {

	/** A name that is as wide as it may be. */
	private static final String WIDE = "W".repeat(32);

	/** A title that is as long as it may be, and a word that does not fit into a line. */
	static final String LONG = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

	private static final JsonMapper JSON = new JsonMapper();

	private static final List<String> PEOPLE = List.of("grace", "linus", "margaret", WIDE);

	private static final String CODE = """
			The greeting is one function now:
			```js
			export function greet(name, { loud = false } = {}) {
			  const words = `Hello, ${name}!`; // for everybody
			  return loud ? words.toUpperCase() : words;
			}
			```""";

	private static final String LIST = """
			What is left:
			1. *Linus* writes the notes
			2. ~~Grace builds the jar~~ done
			> Nobody deploys on a Friday.""";

	private final PageServer server;

	private final FakeClock clock;

	private final Map<String, String> tokens = new HashMap<>();

	private Api.Answer firstStart;

	Cast(PageServer server, FakeClock clock) {
		this.server = server;
		this.clock = clock;
	}

	/** Connects everybody but Ada. The first time, they say what there is to see. */
	void enter() {
		boolean first = this.tokens.isEmpty();
		if (first) {
			// Once there is an admin, its address leads to the chat.
			this.firstStart = new Api(this.server.port()).get("/start");
			signUp();
			makeTopics();
		}
		Map<String, StompClient> clients = new HashMap<>();
		this.tokens
			.forEach((name, token) -> clients.put(name, this.server.client("login:" + name, "passcode:" + token)));
		if (first) {
			talk(clients.get("ada"), clients.get("grace"), clients.get("linus"));
			administer();
		}
		clients.remove("ada").close();
		clients.put("eve", this.server.client("login:eve"));
		clients.values().forEach((client) -> client.subscribe("/topic/chat.release"));
	}

	/** A stage in front of them. */
	Stage stage(Look look) {
		return new Stage(this.server, this.clock, look, this.firstStart);
	}

	private void signUp() {
		Accounts accounts = this.server.bean(Accounts.class);
		People.signUp(accounts, "ada", Role.ADMIN);
		PEOPLE.forEach((name) -> {
			this.clock.advance(Duration.ofHours(5));
			People.signUp(accounts, name, Role.MEMBER);
		});
		List.of("ada", "grace", "linus")
			.forEach((name) -> this.tokens.put(name,
					People.token(this.server.bean(AccessTokens.class), accounts, name, Duration.ofDays(90))));
	}

	private void makeTopics() {
		topic("release", "Release 2.0", "What goes out, and when", "open");
		topic("films", "Films", "What to watch tonight", "open");
		topic("plans", "Plans", "", "private");
		topic("reading", "Reading list", "What is worth an evening", "open");
		topic("long", LONG, "A description that does not fit into the line below the title. ".repeat(3), "open");
		new Api(this.server.port()).put("/api/topics/release/members/grace", "{\"moderator\":true}", bearer("ada"));
	}

	private void topic(String name, String title, String description, String access) {
		post("/api/topics", json(Map.of("name", name, "title", title, "description", description, "access", access)));
	}

	private void talk(StompClient ada, StompClient grace, StompClient linus) {
		say(grace, "release", 1040, "The build is green on all three systems 🎉");
		say(linus, "release", 3, "**2.0** goes out tomorrow at ten. The notes: https://example.org/notes/2.0");
		say(grace, "release", 1005, CODE);
		say(grace, "release", 0, "And the tests are twice as fast.");
		reply(ada, 3, "Is `loud` used anywhere?");
		reply(linus, 5, "In the tests. I will take it out.");
		say(linus, "release", 1, "oops, wrong window");
		linus.post("/app/delete.release", "{\"target\":7}");
		say(ada, "release", 4, LIST);
		say(ada, "release", 0, "Tea before that?");
		ada.post("/app/edit.release", "{\"target\":10,\"text\":\"Tea at four before that?\"}");
		react("🎉", 2, ada, grace);
		react("❤️", 2, linus);
		react("🍵", 10, grace, linus);
		send(ada, "plans", "Where we meet, and the notes",
				TestFiles.picture("garden.png", 1200, 800, new Color(0x6A9955)),
				TestFiles.text("notes.txt", "Tea at four. Linus brings the cups."), TestFiles.sound("bell.wav"));
		say(grace, "reading", 20, "A good one for the train: https://example.org/gardens");
		preview("grace", "reading", 1);
		say(linus, "reading", 6, "Thank you! I will read it tonight.");
		say(linus, "long", 1, LONG.repeat(4) + "\n```\n" + "code ".repeat(60) + "\n```");
		say(linus, converse("linus"), 1, "Have you seen the new tests?");
		say(grace, converse("grace"), 2, "Do you have a minute, @ada?");
		this.clock.advance(Duration.ofMinutes(7));
	}

	/** Opens a conversation with Ada; returns its topic. */
	private String converse(String name) {
		return new Api(this.server.port()).post("/api/conversations", "{\"people\":[\"ada\"]}", bearer(name))
			.json()
			.path("name")
			.asString();
	}

	private void say(StompClient sender, String topic, int minutesLater, String text) {
		this.clock.advance(Duration.ofMinutes(minutesLater));
		sender.post("/app/chat." + topic, json(Map.of("text", text)));
	}

	/** Ada sends files. */
	private void send(StompClient ada, String topic, String text, FilePayload... files) {
		List<String> ids = Stream.of(files)
			.map((file) -> new Api(this.server.port())
				.postBytes("/api/topics/" + topic + "/uploads?name=" + file.name, file.buffer, bearer("ada"))
				.json()
				.path("id")
				.asString())
			.toList();
		this.clock.advance(Duration.ofMinutes(1));
		ada.post("/app/chat." + topic, json(Map.of("text", text, "attachments", ids)));
	}

	/**
	 * Stores the preview of a link, because this server may send no requests to others.
	 */
	private void preview(String author, String topic, long target) {
		TopicName name = new TopicName(topic);
		Encoded picture = gardens();
		try {
			String upload = this.server.bean(PreviewPictures.class).keep(name, picture, "preview.jpg");
			this.server.bean(EventLog.class)
				.preview(name, target, this.server.bean(Accounts.class).find(new Username(author)).orElseThrow().user(),
						new Preview("https://example.org/gardens", "Small gardens of large cities",
								"Seven courtyards, five roofs, and the people who water them.", null),
						new KeptPicture(upload, "jpg", picture.width(), picture.height()))
				.toCompletableFuture()
				.get()
				.orElseThrow();
		}
		catch (IOException | InterruptedException | ExecutionException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Encoded gardens() {
		try {
			return Thumbnails.of(TestFiles.picture("gardens.png", 640, 480, new Color(0x6A9955)).buffer, 320);
		}
		catch (DamagedPicture ex) {
			throw new AssertionError(ex);
		}
	}

	private void reply(StompClient sender, int original, String text) {
		this.clock.advance(Duration.ofMinutes(2));
		sender.post("/app/chat.release", json(Map.of("text", text, "reply", original)));
	}

	private static void react(String emoji, int target, StompClient... people) {
		for (StompClient person : people) {
			person.post("/app/react.release", json(Map.of("target", target, "emoji", emoji, "on", true)));
		}
	}

	private void administer() {
		post("/api/invites", "{\"days\":7}");
		post("/api/bans",
				json(Map.of("username", WIDE, "minutes", 1440, "reason", "the same advertisement in five topics")));
		post("/api/mutes", json(Map.of("username", "margaret", "minutes", 60)));
	}

	/** Ada asks the server for something. */
	private void post(String path, String json) {
		Api.Answer answer = new Api(this.server.port()).post(path, json, bearer("ada"));
		if (answer.status() >= 400) {
			throw new AssertionError(path + " was refused: " + answer.body());
		}
	}

	private String[] bearer(String name) {
		return new String[] { "Authorization", "Bearer " + this.tokens.get(name) };
	}

	private static String json(Object value) {
		return JSON.writeValueAsString(value);
	}

}
