package chat.hubbub.webhook.outgoing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.StompClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Programs that receive the events of a topic. */
class OutgoingHookIntegrationTests {

	private static final String PASSWORD = "correct horse";

	@RegisterExtension
	static final HubbubServer server = new HubbubServer("--hubbub.outgoing.networks=127.0.0.1");

	private static final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

	private static final AtomicInteger status = new AtomicInteger(200);

	/** The event whose next answer is lost. */
	private static final AtomicReference<String> lost = new AtomicReference<>("");

	private static HttpServer receiver;

	private static Api ada;

	private static int topics;

	private final String topic = newTopic("open");

	@BeforeAll
	static void start() throws IOException {
		receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		receiver.createContext("/", OutgoingHookIntegrationTests::receive);
		receiver.start();
		ada = server.api();
		ada.signUp("ada", PASSWORD);
		server.api().signUp("grace", PASSWORD);
	}

	@AfterAll
	static void stop() {
		receiver.stop(0);
	}

	@Test
	void receiveEachEventWithItsSignature() throws InterruptedException {
		JsonNode hook = create("/events?a=b");
		String secret = hook.path("secret").asString();
		StompClient eve = server.connect("eve").subscribe("/topic/chat." + this.topic);
		eve.post("/app/chat." + this.topic, "{\"text\":\"Grüße\"}");
		Received first = take();
		assertThat(new JsonMapper().readTree(first.body())).isEqualTo(eve.takeMessage("/topic/chat." + this.topic));
		assertThat(first.address()).isEqualTo("/events?a=b");
		assertThat(first.event()).isEqualTo(this.topic + "-1");
		assertThat(first.type()).isEqualTo("application/json");
		assertThat(first.signature())
			.isEqualTo(Signature.of(secret, first.timestamp(), first.body().getBytes(StandardCharsets.UTF_8)));
		assertThat(Long.parseLong(first.timestamp())).isCloseTo(System.currentTimeMillis() / 1000, within(60L));
		eve.post("/app/edit." + this.topic, "{\"target\":1,\"text\":\"Hallo\"}");
		assertThat(take().body()).contains("\"type\":\"edited\"", "Hallo");
		eve.post("/app/delete." + this.topic, "{\"target\":1}");
		assertThat(take().body()).contains("\"type\":\"deleted\"");
		assertThat(secret).startsWith("hook_");
		await().untilAsserted(() -> {
			JsonNode shown = ada.get(hooks()).list().get(0);
			assertThat(shown.path("seq").asLong()).isEqualTo(3);
			assertThat(shown.path("state").asString()).isEqualTo("on");
			assertThat(shown.has("secret")).isFalse();
		});
	}

	@Test
	void receiveAnEventAgainUntilTheyTakeIt() throws InterruptedException {
		JsonNode hook = create("/");
		status.set(500);
		server.connect("eve").post("/app/chat." + this.topic, "{\"text\":\"hello\"}");
		Received first = take();
		await().until(() -> ada.get(hooks()).list().get(0).path("state").asString().equals("failing"));
		assertThat(ada.get(hooks()).list().get(0).path("fault").asString()).isEqualTo("status 500");
		status.set(200);
		await().until(() -> ada.get(hooks()).list().get(0).path("seq").asLong() == 1);
		List<Received> again = new ArrayList<>();
		received.drainTo(again);
		assertThat(again).isNotEmpty()
			.allMatch((each) -> each.event().equals(first.event()) && each.body().equals(first.body()));
		assertThat(first.event()).isEqualTo(this.topic + "-1");
		revoke(hook);
	}

	/** The receiver knows the event by its id. */
	@Test
	void receiveAnEventTwiceIfItsAnswerWasLostAndOthersOnce() throws InterruptedException {
		JsonNode hook = create("/");
		lost.set(this.topic + "-2");
		StompClient eve = server.connect("eve");
		for (int number = 1; number <= 4; number++) {
			eve.post("/app/chat." + this.topic, "{\"text\":\"" + number + "\"}");
		}
		List<Received> all = List.of(take(), take(), take(), take(), take());
		assertThat(all).extracting(Received::event)
			.containsExactly(this.topic + "-1", this.topic + "-2", this.topic + "-2", this.topic + "-3",
					this.topic + "-4");
		assertThat(all.get(2).body()).isEqualTo(all.get(1).body());
		await().until(() -> ada.get(hooks()).list().get(0).path("seq").asLong() == 4);
		assertThat(received).isEmpty();
		revoke(hook);
	}

	/** Neither those of others nor its own messages. */
	@Test
	void receiveOnlyTheMentionsOfAnAccount() throws InterruptedException {
		server.api().signUp("bot", PASSWORD);
		Api bot = server.api();
		bot.signIn("bot", PASSWORD);
		JsonNode hook = ada.post(hooks(), "{\"url\":\"" + url("/bot") + "\",\"mention\":\"Bot\"}").json();
		assertThat(hook.path("mention").asString()).isEqualTo("bot");
		String chat = "/app/chat." + this.topic;
		StompClient eve = server.connect("eve");
		eve.post(chat, "{\"text\":\"hello\"}");
		eve.post(chat, "{\"text\":\"@bot, help\"}");
		assertThat(take().event()).isEqualTo(this.topic + "-2");
		server.connectWithCookie(bot.cookie()).post(chat, "{\"text\":\"I am @bot\"}");
		eve.post(chat, "{\"text\":\"@ada, hello\"}");
		// If the edit came first, the message itself would mention the bot.
		await().until(() -> ada.get(hooks()).list().get(0).path("seq").asLong() == 4);
		eve.post("/app/edit." + this.topic, "{\"target\":4,\"text\":\"@ada and @bot\"}");
		Received edited = take();
		assertThat(edited.event()).isEqualTo(this.topic + "-5");
		assertThat(edited.body()).contains("\"type\":\"edited\"", "@ada and @bot");
		eve.post("/app/delete." + this.topic, "{\"target\":2}");
		await().until(() -> ada.get(hooks()).list().get(0).path("seq").asLong() == 6);
		assertThat(received).isEmpty();
		assertThat(ada.post(hooks(), "{\"url\":\"" + url("/") + "\",\"mention\":\"nobody\"}").code())
			.isEqualTo("account.unknown");
		bot.post("/api/account/deletion", "{\"password\":\"" + PASSWORD + "\"}");
		assertThat(ada.get(hooks()).list()).isEmpty();
	}

	/** It may make the webhook itself, with an access token. */
	@Test
	void receiveTheMentionsOfAnAccountInEveryTopicThatItMayRead() throws InterruptedException {
		Api helper = signedUp("helper");
		JsonNode hook = server.api()
			.post("/api/accounts/Helper/outgoing-hooks", "{\"url\":\"" + url("/helper") + "\"}", "Authorization",
					"Bearer " + helper.token("program"))
			.json();
		assertThat(hook.path("mention").asString()).isEqualTo("helper");
		String hidden = newTopic("private");
		ada.put("/api/topics/" + hidden + "/members/helper", "{}");
		StompClient writer = server.connectWithCookie(ada.cookie());
		writer.post("/app/chat." + this.topic, "{\"text\":\"@helper, one\"}");
		Received first = take();
		assertThat(first.event()).isEqualTo(this.topic + "-1");
		assertThat(first.signature()).isEqualTo(Signature.of(hook.path("secret").asString(), first.timestamp(),
				first.body().getBytes(StandardCharsets.UTF_8)));
		String conversation = ada.post("/api/conversations", "{\"people\":[\"helper\"]}")
			.json()
			.path("name")
			.asString();
		writer.post("/app/chat." + conversation, "{\"text\":\"@helper, psst\"}");
		writer.post("/app/chat." + hidden, "{\"text\":\"@helper, two\"}");
		assertThat(take().event()).isEqualTo(hidden + "-1");
		status.set(500);
		writer.post("/app/chat." + hidden, "{\"text\":\"@helper, three\"}");
		assertThat(take().event()).isEqualTo(hidden + "-2");
		ada.delete("/api/topics/" + hidden + "/members/helper");
		awaitHook(helper, "helper", (shown) -> shown.path("seq").asLong() == 2);
		received.clear();
		status.set(200);
		writer.post("/app/chat." + this.topic, "{\"text\":\"@helper, four\"}");
		assertThat(take().event()).isEqualTo(this.topic + "-2");
		endToken(helper);
		writer.post("/app/chat." + this.topic, "{\"text\":\"@helper, five\"}");
		awaitHook(helper, "helper", (shown) -> shown.path("fault").asString("").equals("token.invalid"));
		assertThat(received).isEmpty();
		String own = "/api/accounts/helper/outgoing-hooks/" + hook.path("id").asLong();
		assertThat(helper.post(own + "/resume", "").status()).isEqualTo(204);
		assertThat(take().event()).isEqualTo(this.topic + "-3");
		assertThat(helper.delete(own).status()).isEqualTo(204);
		assertThat(helper.get("/api/accounts/helper/outgoing-hooks").list()).isEmpty();
	}

	/** It ends when they are admins no more. */
	@Test
	void receiveTheMentionsOfAnAccountForAdmins() throws InterruptedException {
		Accounts accounts = server.bean(Accounts.class);
		People.signUp(accounts, "olga", Role.ADMIN);
		People.signUp(accounts, "vera", Role.ADMIN);
		Api vera = server.api();
		vera.signIn("vera", People.passwordOf("vera"));
		Api robot = signedUp("robot");
		String hooks = "/api/accounts/robot/outgoing-hooks";
		JsonNode hook = vera.post(hooks, "{\"url\":\"" + url("/robot") + "\"}").json();
		StompClient eve = server.connect("eve").post("/app/chat." + this.topic, "{\"text\":\"@robot, one\"}");
		assertThat(take().event()).isEqualTo(this.topic + "-1");
		accounts.changeRole(People.id(accounts, "vera"), Role.MEMBER);
		StompClient notices = server.connectWithCookie(vera.cookie()).subscribe("/user/queue/notices");
		eve.post("/app/chat." + this.topic, "{\"text\":\"@robot, two\"}");
		JsonNode notice = notices.takeMessage("/user/queue/notices");
		assertThat(notice.path("type").asString()).isEqualTo("account-hook");
		assertThat(notice.has("topic")).isFalse();
		assertThat(notice.path("text").asString()).isEqualTo("right.missing");
		JsonNode shown = robot.get(hooks).list().get(0);
		assertThat(shown.path("by").asString()).isEqualTo("vera");
		assertThat(shown.path("state").asString()).isEqualTo("off");
		assertThat(received).isEmpty();
		assertThat(vera.get(hooks).code()).isEqualTo("right.missing");
		assertThat(robot.delete(hooks + "/" + hook.path("id").asLong()).status()).isEqualTo(204);
	}

	@Test
	void areToldNothingOnceTheyAreRevoked() throws InterruptedException {
		JsonNode hook = create("/revoked");
		revoke(hook);
		JsonNode other = create("/other");
		server.connect("eve").post("/app/chat." + this.topic, "{\"text\":\"hello\"}");
		assertThat(take().address()).isEqualTo("/other");
		assertThat(received).isEmpty();
		assertThat(ada.delete(hooks() + "/" + hook.path("id").asLong()).code()).isEqualTo("hook.unknown");
		revoke(other);
	}

	/** They are turned off, and their owner is told. They go on where they were. */
	@Test
	void areToldOnlyWhatTheirOwnerMayRead() throws InterruptedException {
		String hidden = newTopic("private");
		invite(hidden, true);
		Api grace = server.api();
		grace.signIn("grace", PASSWORD);
		StompClient notices = server.connectWithCookie(grace.cookie()).subscribe("/user/queue/notices");
		StompClient eve = server.connectWithCookie(ada.cookie());
		String own = "/api/topics/" + hidden + "/outgoing-hooks";
		long id = grace.post(own, "{\"url\":\"" + url("/hidden") + "\"}").json().path("id").asLong();
		eve.post("/app/chat." + hidden, "{\"text\":\"one\"}");
		assertThat(take().body()).contains("one");
		ada.delete("/api/topics/" + hidden + "/members/grace");
		eve.post("/app/chat." + hidden, "{\"text\":\"two\"}");
		await().until(() -> ada.get(own).list().get(0).path("state").asString().equals("off"));
		assertThat(received).isEmpty();
		invite(hidden, true);
		status.set(410);
		assertThat(ada.post(own + "/" + id + "/resume", "").status()).isEqualTo(204);
		assertThat(take().body()).contains("two");
		JsonNode notice = notices.takeMessage("/user/queue/notices");
		assertThat(notice.path("type").asString()).isEqualTo("hook");
		assertThat(notice.path("topic").asString()).isEqualTo(hidden);
		assertThat(notice.path("sender").asString()).isEqualTo("127.0.0.1");
		assertThat(notice.path("text").asString()).isEqualTo("status 410");
		status.set(200);
		assertThat(ada.post(own + "/" + id + "/resume", "").status()).isEqualTo(204);
		assertThat(take().body()).contains("two");
		ada.delete(own + "/" + id);
	}

	/** A receiver may end at night. */
	@Test
	void tellTheirOwnerThatTheyAreOffWhenAPageIsOpenAgain() throws InterruptedException {
		Api joan = server.api();
		joan.signUp("joan", PASSWORD);
		String own = "joans-" + this.topic;
		joan.post("/api/topics", "{\"name\":\"" + own + "\"}");
		joan.post("/api/topics/" + own + "/outgoing-hooks", "{\"url\":\"" + url("/gone") + "\"}");
		status.set(410);
		server.connect("eve").post("/app/chat." + own, "{\"text\":\"hello\"}");
		take();
		await().until(() -> joan.get("/api/topics/" + own + "/outgoing-hooks")
			.list()
			.get(0)
			.path("state")
			.asString()
			.equals("off"));
		status.set(200);
		StompClient page = server.connectWithCookie(joan.cookie())
			.subscribe("/user/queue/notices")
			.subscribe("/topic/chat." + own);
		JsonNode notice = page.takeMessage("/user/queue/notices");
		assertThat(notice.path("type").asString()).isEqualTo("hook");
		assertThat(notice.path("topic").asString()).isEqualTo(own);
		assertThat(notice.path("text").asString()).isEqualTo("status 410");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "ftp://127.0.0.1/", "http://127.0.0.2/", "http://127.0.0.3/",
			"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://[64:ff9b::7f00:1]/",
			"http://user@1.1.1.1/", "https://1.1.1.1:22/", "https://no-such-host.invalid/" })
	void areNotAtForbiddenAddresses(String url) {
		assertThat(ada.post(hooks(), "{\"url\":\"" + url + "\"}").code()).isEqualTo("address.forbidden");
		assertThat(ada.post(hooks(), "{}").code()).isEqualTo("address.forbidden");
	}

	@Test
	void areOfModeratorsOnly() {
		Api grace = server.api();
		grace.signIn("grace", PASSWORD);
		String wanted = "{\"url\":\"" + url("/") + "\"}";
		for (Api other : List.of(grace, server.api())) {
			assertThat(other.post(hooks(), wanted).code()).isEqualTo("right.missing");
			assertThat(other.get(hooks()).code()).isEqualTo("right.missing");
			assertThat(other.delete(hooks() + "/1").code()).isEqualTo("right.missing");
			assertThat(other.post(hooks() + "/1/resume", "").code()).isEqualTo("right.missing");
		}
		String token = "Bearer " + ada.token("program");
		assertThat(server.api().post(hooks(), wanted, "Authorization", token).code()).isEqualTo("right.missing");
		String conversation = ada.post("/api/conversations", "{\"people\":[\"grace\"]}").json().path("name").asString();
		assertThat(ada.post("/api/topics/" + conversation + "/outgoing-hooks", wanted).code())
			.isEqualTo("right.missing");
	}

	@Test
	void areForTheMentionsOfOthersOnlyForAdmins() {
		Api grace = server.api();
		grace.signIn("grace", PASSWORD);
		String hooks = "/api/accounts/ada/outgoing-hooks";
		long id = ada.post(hooks, "{\"url\":\"" + url("/") + "\"}").json().path("id").asLong();
		for (Api other : List.of(grace, server.api())) {
			assertThat(other.post(hooks, "{\"url\":\"" + url("/") + "\"}").code()).isEqualTo("right.missing");
			assertThat(other.get(hooks).code()).isEqualTo("right.missing");
			assertThat(other.post(hooks + "/" + id + "/resume", "").code()).isEqualTo("right.missing");
			assertThat(other.delete(hooks + "/" + id).code()).isEqualTo("right.missing");
		}
		assertThat(grace.delete("/api/accounts/grace/outgoing-hooks/" + id).code()).isEqualTo("hook.unknown");
		assertThat(ada.delete(hooks() + "/" + id).code()).isEqualTo("hook.unknown");
		assertThat(ada.get("/api/accounts/nobody/outgoing-hooks").code()).isEqualTo("account.unknown");
		for (int i = 1; i < OutgoingHooks.MAX_OF_ACCOUNT; i++) {
			assertThat(ada.post(hooks, "{\"url\":\"" + url("/") + "\"}").status()).isEqualTo(201);
		}
		assertThat(ada.post(hooks, "{\"url\":\"" + url("/") + "\"}").code()).isEqualTo("hook.limit");
		ada.get(hooks).list().forEach((hook) -> ada.delete(hooks + "/" + hook.path("id").asLong()));
		assertThat(ada.get(hooks).list()).isEmpty();
	}

	@Test
	void areLimitedInNumber() {
		for (int i = 0; i < OutgoingHooks.MAX_OF_TOPIC; i++) {
			create("/");
		}
		assertThat(ada.post(hooks(), "{\"url\":\"" + url("/") + "\"}").code()).isEqualTo("hook.limit");
		ada.get(hooks()).list().forEach(this::revoke);
		assertThat(ada.get(hooks()).list()).isEmpty();
	}

	private static Api signedUp(String name) {
		Api person = server.api();
		person.signUp(name, PASSWORD);
		return person;
	}

	/** Revokes the access token of an account. */
	private static void endToken(Api owner) {
		long id = owner.get("/api/tokens").list().get(0).path("id").asLong();
		assertThat(owner.delete("/api/tokens/" + id).status()).isEqualTo(204);
	}

	private static void awaitHook(Api owner, String account, Predicate<JsonNode> state) {
		await().until(() -> state.test(owner.get("/api/accounts/" + account + "/outgoing-hooks").list().get(0)));
	}

	private JsonNode create(String path) {
		Answer answer = ada.post(hooks(), "{\"url\":\"" + url(path) + "\"}");
		assertThat(answer.status()).isEqualTo(201);
		return answer.json();
	}

	private void revoke(JsonNode hook) {
		assertThat(ada.delete(hooks() + "/" + hook.path("id").asLong()).status()).isEqualTo(204);
	}

	private String hooks() {
		return "/api/topics/" + this.topic + "/outgoing-hooks";
	}

	private static String url(String path) {
		return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
	}

	private static void invite(String topic, boolean moderator) {
		assertThat(ada.put("/api/topics/" + topic + "/members/grace", "{\"moderator\":" + moderator + "}").status())
			.isEqualTo(200);
	}

	private static synchronized String newTopic(String access) {
		String name = "told-" + ++topics;
		assertThat(ada.post("/api/topics", "{\"name\":\"" + name + "\",\"access\":\"" + access + "\"}").status())
			.isEqualTo(201);
		return name;
	}

	private static Received take() throws InterruptedException {
		Received next = received.poll(30, TimeUnit.SECONDS);
		assertThat(next).isNotNull();
		return next;
	}

	private static void receive(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		int answer = status.get();
		received.add(new Received(exchange.getRequestURI().toString(), header(exchange, "Content-Type"),
				header(exchange, "Hubbub-Event"), header(exchange, "Hubbub-Timestamp"),
				header(exchange, "Hubbub-Signature"), body));
		if (header(exchange, "Hubbub-Event").equals(lost.get())) {
			lost.set("");
		}
		else {
			exchange.sendResponseHeaders(answer, -1);
		}
		exchange.close();
	}

	private static String header(HttpExchange exchange, String name) {
		return exchange.getRequestHeaders().getFirst(name);
	}

	private record Received(String address, String type, String event, String timestamp, String signature,
			String body) {

	}

}
