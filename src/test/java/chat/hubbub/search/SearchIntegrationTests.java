package chat.hubbub.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.Api.Answer;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.Members;
import chat.hubbub.fixture.RawClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Ada and Linus are members, Olga and Otto admins; Grace is a guest. */
class SearchIntegrationTests {

	@RegisterExtension
	static final BrokerServer server = new BrokerServer(Members.SETTINGS);

	private static int words;

	/** A word that no other test uses. */
	private final String word = "xylo" + Character.toString('a' + words / 26) + Character.toString('a' + words++ % 26);

	private final String topic = server.newTopic();

	private final RawClient ada = Members.connect(server, Carrier.TCP, "ada");

	private final RawClient linus = Members.connect(server, Carrier.TCP, "linus");

	private final Api browser = Members.browser(server, "ada");

	@Test
	void findsMessagesAsInTheHistoryTheNewestFirst() {
		this.ada.post(this.topic, "The " + this.word + " is red").post(this.topic, "nothing");
		this.linus.post(this.topic, "A blue " + this.word.toUpperCase() + "phone");
		List<JsonNode> hits = find(this.word);
		assertThat(seqs(hits)).containsExactly(3L, 1L);
		assertThat(hits.get(1).path("marks").toString()).isEqualTo("[[4,10]]");
		List<JsonNode> history = server.api().history(this.topic);
		assertThat(hits.get(1).propertyNames()).containsAll(history.get(0).propertyNames());
		history.get(0)
			.properties()
			.forEach((field) -> assertThat(hits.get(1).path(field.getKey())).isEqualTo(field.getValue()));
		assertThat(find("\"" + this.word + "\"")).hasSize(1);
		assertThat(find(this.word + " red")).hasSize(1);
	}

	@Test
	void hitsOfSeveralTopicsHaveTheReactionsAndMentionsOfTheirOwn() {
		String other = server.newTopic();
		this.ada.post(this.topic, this.word + " @linus").post(other, this.word + " @olga");
		react("🎉", this.topic);
		react("👍", other);
		List<JsonNode> hits = find(this.word);
		assertThat(hits).hasSize(2);
		for (JsonNode hit : hits) {
			JsonNode stored = server.api().history(hit.path("topic").asString()).get(0);
			assertThat(stored.propertyNames()).contains("reactions", "mentions");
			stored.properties().forEach((field) -> assertThat(hit.path(field.getKey())).isEqualTo(field.getValue()));
		}
	}

	private void react(String emoji, String topic) {
		this.linus.done("SEND", "{\"target\":1,\"emoji\":\"" + emoji + "\",\"on\":true}",
				"destination:/app/react." + topic);
	}

	@Test
	void narrowsASearchByFilters() {
		String other = server.newTopic();
		this.ada.post(this.topic, this.word + " one").post(other, this.word + " two https://example.org");
		this.linus.post(this.topic, this.word + " three");
		server.connect(Carrier.TCP, "grace").post(other, this.word + " four");
		assertThat(texts(find(this.word + " from:ada"))).containsExactly("two", "one");
		assertThat(texts(find(this.word + " from:@LINUS"))).containsExactly("three");
		assertThat(texts(find(this.word + " from:grace"))).containsExactly("four");
		assertThat(texts(find(this.word + " from:grace from:linus"))).containsExactly("four", "three");
		assertThat(texts(find(this.word + " in:" + other))).containsExactly("four", "two");
		assertThat(texts(find("in:#" + other))).containsExactly("four", "two");
		assertThat(texts(find("from:ada in:" + other))).containsExactly("two");
		assertThat(texts(find(this.word + " has:link"))).containsExactly("two");
		assertThat(find(this.word + " has:file")).isEmpty();
		assertThat(find(this.word + " from:nobody")).isEmpty();
		assertThat(find(this.word + " from:'or'")).isEmpty();
		assertThat(find(this.word + " after:2020-01-01")).hasSize(4);
		assertThat(find(this.word + " before:2020-01-01")).isEmpty();
		assertThat(find(this.word + " after:2120-01-01")).isEmpty();
		assertThat(find("after:2020-01-01 in:" + other)).hasSize(2);
	}

	@Test
	void findsMessagesWithFiles() {
		this.ada.post(this.topic, this.word + " without");
		String upload = this.browser
			.postBytes("/api/topics/" + this.topic + "/uploads?name=tea.txt", new byte[] { 't', 'e', 'a' })
			.json()
			.path("id")
			.asString();
		this.ada.done("SEND", "{\"text\":\"" + this.word + " with\",\"attachments\":[\"" + upload + "\"]}",
				"destination:/app/chat." + this.topic);
		assertThat(texts(find(this.word + " has:file"))).containsExactly("with");
		assertThat(seqs(find("has:file in:" + this.topic))).containsExactly(2L);
		this.ada.done("SEND", "{\"target\":2,\"text\":\"" + this.word + " still\"}",
				"destination:/app/edit." + this.topic);
		assertThat(texts(find(this.word + " has:file"))).containsExactly("still");
		this.ada.done("SEND", "{\"target\":2}", "destination:/app/delete." + this.topic);
		assertThat(find("has:file in:" + this.topic)).isEmpty();
	}

	@Test
	void goesOnAfterTheLastHit() {
		IntStream.rangeClosed(1, 25).forEach((number) -> this.ada.post(this.topic, this.word + " " + number));
		this.ada.done("SEND", "{\"text\":\"" + this.word + " own\",\"id\":\"own-id\"}",
				"destination:/app/chat." + this.topic);
		List<Long> all = new ArrayList<>();
		List<JsonNode> page = find(this.word, "&limit=10");
		assertThat(page.get(0).path("id").asString()).isEqualTo("own-id");
		while (!page.isEmpty()) {
			all.addAll(seqs(page));
			page = find(this.word, "&limit=10&before=" + page.get(page.size() - 1).path("id").asString());
		}
		assertThat(all).containsExactlyElementsOf(IntStream.rangeClosed(1, 26).mapToObj((seq) -> 27L - seq).toList());
		assertThat(seqs(find(this.word, "&limit=1&before=own-id"))).containsExactly(25L);
		assertThat(seqs(find(this.word, "&limit=1&before=" + this.topic + "-5"))).containsExactly(4L);
		assertThat(find(this.word)).hasSize(20);
	}

	@Test
	void putsTheBestFirst() {
		this.ada.post(this.topic, this.word)
			.post(this.topic, this.word + " and " + "much more ".repeat(30))
			.post(this.topic, this.word + "phone");
		assertThat(seqs(find(this.word, "&sort=best"))).containsExactly(1L, 3L, 2L);
		assertThat(seqs(find(this.word, "&sort=best&limit=1"))).containsExactly(1L);
		assertThat(code("q=" + this.word + "&sort=best&before=" + this.topic + "-1")).isEqualTo("search.ill-formed");
	}

	@Test
	void findsTheNewTextOfAnEditAndNothingOfADeletion() {
		this.ada.post(this.topic, this.word + " before").post(this.topic, this.word + " kept");
		assertThat(find(this.word)).hasSize(2);
		this.ada.done("SEND", "{\"target\":1,\"text\":\"" + this.word + " after\"}",
				"destination:/app/edit." + this.topic);
		assertThat(texts(find(this.word))).containsExactly("kept", "after");
		assertThat(find(this.word + " before")).isEmpty();
		this.ada.done("SEND", "{\"target\":2}", "destination:/app/delete." + this.topic);
		assertThat(texts(find(this.word))).containsExactly("after");
	}

	@Test
	void neverShowsATextThatIsErasedAtOnce() {
		this.ada.post(this.topic, this.word);
		this.ada.done("SEND", "{\"target\":1}", "destination:/app/delete." + this.topic);
		assertThat(find(this.word)).isEmpty();
		this.ada.post(this.topic, this.word + " again");
		assertThat(seqs(find(this.word))).containsExactly(3L);
	}

	@Test
	void showsOnlyWhatOneMayReadNow() {
		String hidden = this.word;
		assertThat(this.browser.post("/api/topics", "{\"name\":\"" + hidden + "\",\"access\":\"private\"}").status())
			.isEqualTo(201);
		this.ada.post(hidden, this.word + " secret");
		Api guest = server.api();
		Api member = Members.browser(server, "linus");
		assertThat(find(this.word)).hasSize(1);
		assertThat(hits(guest, this.word)).isEmpty();
		assertThat(hits(member, this.word)).isEmpty();
		assertThat(member.get("/api/search?q=in:" + hidden).code()).isEqualTo("topic.unknown")
			.isEqualTo(member.get("/api/search?q=in:no-such-topic").code());
		assertThat(hits(Members.browser(server, "olga"), this.word)).hasSize(1);
		this.browser.put("/api/topics/" + hidden + "/members/linus", "{\"moderator\":false}");
		assertThat(hits(member, this.word)).hasSize(1);
		this.browser.delete("/api/topics/" + hidden + "/members/linus");
		assertThat(hits(member, this.word)).isEmpty();
		assertThat(code(member, "q=" + this.word + "&before=" + hidden + "-1")).isEqualTo("search.ill-formed");
	}

	@Test
	void findsConversationsForTheirPeopleOnly() {
		String conversation = this.browser.post("/api/conversations", "{\"people\":[\"linus\"]}")
			.json()
			.path("name")
			.asString();
		this.ada.post(conversation, this.word + " psst");
		assertThat(find(this.word)).hasSize(1);
		assertThat(hits(Members.browser(server, "linus"), this.word)).hasSize(1);
		assertThat(hits(Members.browser(server, "olga"), this.word)).isEmpty();
		assertThat(hits(server.api(), this.word)).isEmpty();
		JdbcTemplate database = server.bean(JdbcTemplate.class);
		assertThat(database.queryForObject("select count(*) from search_text", Long.class)).isPositive();
		Members.browser(server, "linus").delete("/api/topics/" + conversation + "/members/linus");
		this.browser.delete("/api/topics/" + conversation + "/members/ada");
		Awaitility.await()
			.until(() -> database.queryForObject("select count(*) from message where topic = ? and not deleted",
					Long.class, conversation) == 0);
		assertThat(find(this.word)).isEmpty();
	}

	@Test
	void doesNotShowATopicToSomebodyWhoIsBannedFromIt() {
		this.ada.post(this.topic, this.word);
		Api member = Members.browser(server, "linus");
		assertThat(hits(member, this.word)).hasSize(1);
		Api olga = Members.browser(server, "olga");
		assertThat(olga.post("/api/topics/" + this.topic + "/bans", "{\"username\":\"linus\",\"minutes\":5}").status())
			.isLessThan(300);
		assertThat(hits(member, this.word)).isEmpty();
		assertThat(code(member, "q=in:" + this.topic)).isEqualTo("banned");
		olga.delete("/api/topics/" + this.topic + "/bans/linus");
	}

	@ParameterizedTest
	@EnumSource(Carrier.class)
	void answersAConnection(Carrier carrier) {
		this.ada.post(this.topic, this.word + " one").post(this.topic, this.word + " two");
		assertThat(find(this.word)).hasSize(2);
		RawClient grace = server.connect(carrier, "grace-" + carrier.name().toLowerCase().replace('_', '-'))
			.subscribe("/user/queue/search");
		grace.done("SEND", "{\"q\":\"" + this.word + "\",\"limit\":1,\"id\":\"first\"}", "destination:/app/search");
		JsonNode answer = grace.takeFrom("/user/queue/search").json();
		assertThat(answer.propertyNames()).containsExactly("id", "hits");
		assertThat(answer.path("id").asString()).isEqualTo("first");
		assertThat(answer.path("hits")).hasSize(1);
		assertThat(answer.path("hits").get(0).path("seq").asLong()).isEqualTo(2);
		grace.done("SEND", "{\"q\":\"" + this.word + "\",\"before\":\"" + this.topic + "-2\"}",
				"destination:/app/search");
		assertThat(grace.takeFrom("/user/queue/search").json().path("hits").get(0).path("seq").asLong()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "tea", "{\"q\":7}", "{\"q\":\"\"}", "{\"q\":\"tea\",\"limit\":\"5\"}",
			"{\"q\":\"tea\",\"limit\":0}", "{\"q\":\"tea\",\"id\":[]}", "[]", "{\"q\":\"tea\",\"sort\":\"worst\"}" })
	void refusesAnUnreadableFrame(String body) {
		RawClient client = server.connect(Carrier.TCP, "eve").subscribe("/user/queue/errors");
		assertThat(client.request("SEND", body, "destination:/app/search").code()).isEqualTo("search.ill-formed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "q=", "q=%20%20", "q=%E3%80%80", "q=!!!", "q=has:cheese", "q=before:yesterday",
			"q=after:2026-02-30", "q=after:%2B999999999-12-31", "q=before:-999999999-01-01", "q=tea&limit=0",
			"q=tea&limit=201", "q=tea&limit=x", "q=tea&sort=worst", "q=tea&zone=Mars/Olympus", "q=tea&before=",
			"q=tea&before=nowhere-7", "q=tea&before=lobby-99999999", "q=tea&before=%27", "q=%22%22", "q=from:" })
	void refusesBadInput(String query) {
		assertThat(code(query)).isEqualTo("search.ill-formed");
	}

	@Test
	void refusesALongQueryAndAnInvalidTopic() {
		assertThat(code("q=" + "x".repeat(7_000))).isEqualTo("search.ill-formed");
		assertThat(code("q=" + "+".repeat(7_000))).isEqualTo("search.ill-formed");
		assertThat(code("q=in:Not/a/topic")).isEqualTo("topic.ill-formed");
		RawClient client = server.connect(Carrier.TCP, "eve").subscribe("/user/queue/errors");
		assertThat(client.request("SEND", "{\"q\":\"" + "x".repeat(10_000) + "\"}", "destination:/app/search").code())
			.isEqualTo("search.ill-formed");
	}

	/** They are words like others. */
	@ParameterizedTest
	@ValueSource(strings = { "NOT", "a OR b", "\"", "NEAR(a b)", "^", "words:a", "-a", "a:*", "a & ! b", "<2>", "'",
			"\\", "*", "{a b}", "a')", "%", "--", ";" })
	void takesNoOperatorsOfTheDatabases(String operators) {
		this.ada.post(this.topic, this.word + " a b");
		Answer answer = this.browser.get("/api/search?q=" + encoded(this.word + " " + operators));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

	@Test
	void endsAPageOfLongTextsEarly() {
		String text = "很".repeat(19_000) + this.word;
		this.ada.post(this.topic, text).post(this.topic, text).post(this.topic, text);
		this.ada.post(this.topic, (this.word + " ").repeat(2_000));
		assertThat(seqs(find(this.word))).containsExactly(4L, 3L, 2L);
		assertThat(seqs(find(this.word, "&before=" + this.topic + "-2"))).containsExactly(1L);
		assertThat(find(this.word, "&before=" + this.topic + "-1")).isEmpty();
		assertThat(find("\"" + this.word + " " + this.word + "\"")).hasSize(1);
		assertThat(find(this.word).get(0).path("marks")).hasSize(50);
	}

	@Test
	void aMutedPersonMaySearch() {
		this.ada.post(this.topic, this.word);
		assertThat(find(this.word)).hasSize(1);
		Api olga = Members.browser(server, "olga");
		assertThat(olga.post("/api/mutes", "{\"username\":\"linus\",\"minutes\":5}").status()).isLessThan(300);
		this.linus.subscribe("/user/queue/search");
		this.linus.done("SEND", "{\"q\":\"" + this.word + "\"}", "destination:/app/search");
		assertThat(this.linus.takeFrom("/user/queue/search").json().path("hits")).hasSize(1);
		olga.delete("/api/mutes/linus");
	}

	private List<JsonNode> find(String query) {
		return find(query, "");
	}

	private List<JsonNode> find(String query, String more) {
		return hits(this.browser, query, more);
	}

	private static List<JsonNode> hits(Api browser, String query) {
		return hits(browser, query, "");
	}

	/** The hits once the index has all messages. */
	private static List<JsonNode> hits(Api browser, String query, String more) {
		Indexed.await(server.bean(JdbcTemplate.class));
		Answer answer = browser.get("/api/search?q=" + encoded(query) + more);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.list();
	}

	private String code(String parameters) {
		return code(this.browser, parameters);
	}

	private static String code(Api browser, String parameters) {
		return browser.get("/api/search?" + parameters).code();
	}

	private static String encoded(String query) {
		return URLEncoder.encode(query, StandardCharsets.UTF_8);
	}

	private static List<Long> seqs(List<JsonNode> hits) {
		return hits.stream().map((hit) -> hit.path("seq").asLong()).toList();
	}

	/** Their second words. */
	private static List<String> texts(List<JsonNode> hits) {
		return hits.stream().map((hit) -> hit.path("text").asString().split(" ")[1]).toList();
	}

}
