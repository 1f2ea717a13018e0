package chat.hubbub.push;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.HubbubServer;
import chat.hubbub.fixture.SelfSigned;
import chat.hubbub.fixture.StompClient;
import chat.hubbub.presence.Attendees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** People who have no page open are told by the push services of their browsers. */
class PushIntegrationTests {

	private static final String PASSWORD = "correct horse";

	private static final FakeClock clock = FakeClock.ofToday();

	@RegisterExtension
	static final HubbubServer server = new HubbubServer(clock, "--hubbub.outgoing.networks=127.0.0.1",
			"--hubbub.limits.enabled=false");

	private static SSLContext before;

	private static PushService service;

	private static Api ada;

	private static int browsers;

	private final String topic = server.newTopic();

	private final String browser = "browser-" + ++browsers;

	private StompClient grace;

	@BeforeAll
	static void start() throws IOException, GeneralSecurityException {
		SelfSigned certificate = new SelfSigned("push");
		before = SSLContext.getDefault();
		SSLContext.setDefault(certificate.trusting());
		service = new PushService(certificate, clock);
		ada = server.api();
		ada.signUp("ada", PASSWORD);
		server.api().signUp("grace", PASSWORD);
	}

	@AfterAll
	static void stop() {
		service.close();
		SSLContext.setDefault(before);
	}

	@BeforeEach
	void subscribe() {
		Api other = server.api();
		other.signIn("grace", PASSWORD);
		this.grace = server.connectWithCookie(other.cookie());
		assertThat(ada.put("/api/push", service.subscribe(this.browser)).status()).isEqualTo(200);
	}

	@AfterEach
	void forget() {
		service.answer(201, "");
		jdbc().sql("delete from push_message").update();
		jdbc().sql("delete from push_subscription").update();
		assertThat(service.isIdle()).isTrue();
	}

	@Test
	void areToldOfAMention() throws InterruptedException {
		mention("come, @ada");
		PushService.Told told = service.take();
		assertThat(told.browser()).isEqualTo(this.browser);
		assertThat(told.notice().path("title").asString()).isEqualTo("grace mentioned you in " + this.topic);
		assertThat(told.notice().path("body").asString()).isEqualTo("come, @ada");
		assertThat(told.notice().path("tag").asString()).isEqualTo(this.topic + "/1");
		assertThat(told.notice().path("place").asString()).isEqualTo("#/" + this.topic + "/1");
		awaitNothingWaits();
	}

	@Test
	void areToldOfADirectMessageInTheirLanguageButNotOfTheirOwn() throws InterruptedException {
		ada.put("/api/push", service.subscribe(this.browser), "Accept-Language", "zh");
		Api other = server.api();
		other.signIn("grace", PASSWORD);
		String conversation = other.post("/api/conversations", "{\"people\":[\"ada\"]}").json().path("name").asString();
		server.connectWithCookie(ada.cookie()).post("/app/chat." + conversation, "{\"text\":\"my own\"}");
		this.grace.post("/app/chat." + conversation, "{\"text\":\"" + "é".repeat(300) + "\"}");
		PushService.Told told = service.take();
		assertThat(told.notice().path("title").asString()).isEqualTo("grace");
		assertThat(told.notice().path("body").asString()).isEqualTo("é".repeat(200) + "…");
		mention("来, @ada");
		assertThat(service.take().notice().path("title").asString()).contains("grace", "提到了你");
	}

	@Test
	void areToldOnceThatAnEditMentionsThem() throws InterruptedException {
		mention("tea?");
		jdbc().sql("insert into read_mark (account, topic, seq, level, favourite) values (?, ?, 1, 'all', false)")
			.params(account("ada"), this.topic)
			.update();
		edit("tea, @ada?");
		PushService.Told told = service.take();
		assertThat(told.notice().path("title").asString()).isEqualTo("grace mentioned you in " + this.topic);
		assertThat(told.notice().path("body").asString()).isEqualTo("tea, @ada?");
		assertThat(told.notice().path("place").asString()).isEqualTo("#/" + this.topic + "/1");
		awaitNothingWaits();
		edit("more tea, @ada?");
		awaitFollowed();
		assertThat(waiting()).isZero();
	}

	@Test
	void areNotToldIfAnotherEditMentionsThemNoMore() throws InterruptedException {
		service.answer(503, "");
		mention("tea?");
		edit("tea, @ada?");
		service.take();
		await().until(() -> attempts() == 1);
		edit("tea, all?");
		awaitFollowed();
		service.answer(201, "");
		clock.advance(Duration.ofMinutes(2));
		awaitNothingWaits();
	}

	/** A person who leaves at that moment is told after the time of grace. */
	@Test
	void areNotedForAMentionOfAllWhoAreHere() {
		String name = "carol-" + this.topic;
		Api carol = server.api();
		carol.signUp(name, PASSWORD);
		carol.put("/api/push", service.subscribe("carol"));
		String destination = "/topic/chat." + this.topic;
		server.connectWithCookie(carol.cookie()).subscribe(destination);
		await().until(() -> server.bean(Attendees.class).names(destination).contains(name));
		mention("tea, @here?");
		await().until(() -> waiting() == 1);
		clock.advance(PushFollower.GRACE);
		awaitNothingWaits();
	}

	@Test
	void areNotToldWhileAPageIsOpen() {
		Api carol = server.api();
		carol.signUp("carol-" + this.topic, PASSWORD);
		carol.put("/api/push", service.subscribe("carol"));
		server.connectWithCookie(carol.cookie()).subscribe("/topic/chat." + this.topic);
		await().until(() -> server.bean(Attendees.class).isHere("@" + account("carol-" + this.topic)));
		mention("come, @carol-" + this.topic);
		await().until(() -> waiting() == 1);
		clock.advance(PushFollower.GRACE);
		awaitNothingWaits();
		assertThat(service.isIdle()).isTrue();
	}

	@Test
	void areToldLaterIfTheServiceIsBusy() throws InterruptedException {
		service.answer(429, "120");
		mention("one, @ada");
		String topicOfOne = service.take().topic();
		await().until(() -> attempts() == 1);
		service.answer(201, "");
		mention("two, @ada");
		await().until(() -> jdbc().sql("select seq from push_message").query(Long.class).single() == 2);
		clock.advance(Duration.ofSeconds(119));
		assertThat(service.isIdle()).isTrue();
		clock.advance(Duration.ofSeconds(2));
		PushService.Told told = service.take();
		assertThat(told.notice().path("body").asString()).isEqualTo("two, @ada");
		assertThat(told.topic()).isEqualTo(topicOfOne);
		awaitNothingWaits();
	}

	@ParameterizedTest
	@ValueSource(ints = { 404, 410 })
	void areForgottenIfTheServiceForgetsThem(int status) throws InterruptedException {
		service.answer(status, "");
		mention("one, @ada");
		service.take();
		await().until(() -> subscriptions() == 0);
		assertThat(waiting()).isZero();
	}

	@Test
	void areKeptIfTheServiceRefusesAMessage() throws InterruptedException {
		service.answer(413, "");
		mention("one, @ada");
		service.take();
		awaitNothingWaits();
		assertThat(subscriptions()).isEqualTo(1);
	}

	@Test
	void areNotToldOfATextThatIsGone() throws InterruptedException {
		service.answer(503, "");
		mention("secret, @ada");
		service.take();
		await().until(() -> attempts() == 1);
		service.answer(201, "");
		this.grace.post("/app/delete." + this.topic, "{\"target\":1}");
		clock.advance(Duration.ofMinutes(2));
		awaitNothingWaits();
	}

	@Test
	void areNotToldOfATopicThatTheyMuted() {
		jdbc().sql("insert into read_mark (account, topic, level, favourite) values (?, ?, 'muted', false)")
			.params(account("ada"), this.topic)
			.update();
		assertThat(tellsNothing()).isTrue();
	}

	@Test
	void areNotToldOfWhatTheyHaveRead() {
		jdbc().sql("insert into read_mark (account, topic, seq, level, favourite) values (?, ?, 1, 'all', false)")
			.params(account("ada"), this.topic)
			.update();
		assertThat(tellsNothing()).isTrue();
	}

	@Test
	void areNotToldOfATopicThatTheyMayNoLongerRead() throws InterruptedException {
		Api other = server.api();
		other.signIn("grace", PASSWORD);
		String hidden = "hidden-" + this.topic;
		other.post("/api/topics", "{\"name\":\"" + hidden + "\",\"access\":\"private\"}");
		other.put("/api/topics/" + hidden + "/members/ada", "{}");
		service.answer(503, "");
		this.grace.post("/app/chat." + hidden, "{\"text\":\"@ada secret\"}");
		service.take();
		await().until(() -> attempts() == 1);
		service.answer(201, "");
		other.delete("/api/topics/" + hidden + "/members/ada");
		clock.advance(Duration.ofMinutes(2));
		awaitNothingWaits();
	}

	@Test
	void endWithThePassword() {
		Api carol = server.api();
		carol.signUp("carol-" + this.topic, PASSWORD);
		carol.put("/api/push", service.subscribe("carol"));
		carol.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"battery staple\"}");
		this.grace.post("/app/chat." + this.topic, "{\"text\":\"@carol-" + this.topic + " hello\"}");
		await().until(() -> subscriptions() == 1);
	}

	@Test
	void endWhenTheUserSaysSo() {
		String id = ada.put("/api/push", service.subscribe("another")).json().path("id").asString();
		Api other = server.api();
		other.signIn("grace", PASSWORD);
		other.delete("/api/push/" + id);
		assertThat(subscriptions()).isEqualTo(2);
		assertThat(ada.delete("/api/push/" + id).status()).isEqualTo(204);
		assertThat(subscriptions()).isEqualTo(1);
	}

	@Test
	void areTenAtMostForAnAccount() {
		for (int i = 0; i < Subscriptions.MAX_OF_ACCOUNT; i++) {
			clock.advance(Duration.ofMillis(1));
			ada.put("/api/push", service.subscribe("one-of-many-" + i));
		}
		assertThat(subscriptions()).isEqualTo(Subscriptions.MAX_OF_ACCOUNT);
		assertThat(jdbc().sql("select count(*) from push_subscription where endpoint like :this")
			.param("this", "%/" + this.browser)
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://10.0.0.1/", "https://127.0.0.2/", "https://[::1]/", "https://1.1.1.1:22/",
			"https://user@1.1.1.1/", "https://no-such-host.invalid/", "https://" })
	void areNotAtForbiddenAddresses(String endpoint) {
		assertThat(ada.put("/api/push", new Receiver().json(endpoint)).code()).isEqualTo("address.forbidden");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"endpoint\":\"https://127.0.0.1/\"}",
			"{\"endpoint\":\"https://127.0.0.1/\",\"keys\":{\"p256dh\":\"AAAA\",\"auth\":\"AAAAAAAAAAAAAAAAAAAAAA\"}}",
			"{\"endpoint\":\"https://127.0.0.1/\",\"keys\":{\"p256dh\":\"%%%\",\"auth\":\"AAAA\"}}" })
	void areRefusedIfNoBrowserMakesThem(String json) {
		assertThat(ada.put("/api/push", json).code()).isEqualTo("push.ill-formed");
		assertThat(ada.put("/api/push", new Receiver().json("http://127.0.0.1/")).code()).isEqualTo("push.ill-formed");
	}

	@Test
	void areOfPeopleWithAnAccountWhoAreThere() {
		String wanted = new Receiver().json("https://127.0.0.1/");
		Api guest = server.api();
		guest.enter("guest-" + this.topic);
		assertThat(guest.put("/api/push", wanted).code()).isEqualTo("right.missing");
		String token = "Bearer " + ada.token("program");
		assertThat(server.api().put("/api/push", wanted, "Authorization", token).code()).isEqualTo("right.missing");
	}

	private boolean tellsNothing() {
		mention("hello, @ada");
		awaitFollowed();
		awaitNothingWaits();
		return service.isIdle();
	}

	/** Waits until all events of the topic are noted that are to be told. */
	private void awaitFollowed() {
		long mine = jdbc().sql("select head from topic where name = ?").param(this.topic).query(Long.class).single();
		await().until(() -> jdbc()
			.sql("select count(*) from follower_cursor where follower = 'push' and topic = ? and seq >= ?")
			.params(this.topic, mine)
			.query(Long.class)
			.single() == 1);
	}

	/** Posts a message, which is stored then. */
	private void mention(String text) {
		this.grace.post("/app/chat." + this.topic, "{\"text\":\"" + text + "\"}");
	}

	private void edit(String text) {
		this.grace.post("/app/edit." + this.topic, "{\"target\":1,\"text\":\"" + text + "\"}");
	}

	private void awaitNothingWaits() {
		await().until(() -> waiting() == 0);
	}

	private static long attempts() {
		return jdbc().sql("select coalesce(max(attempts), 0) from push_message").query(Long.class).single();
	}

	private static long waiting() {
		return jdbc().sql("select count(*) from push_message").query(Long.class).single();
	}

	private static long subscriptions() {
		return jdbc().sql("select count(*) from push_subscription").query(Long.class).single();
	}

	private static long account(String name) {
		return jdbc().sql("select id from account where name = ?").param(name).query(Long.class).single();
	}

	private static JdbcClient jdbc() {
		return server.bean(JdbcClient.class);
	}

}
