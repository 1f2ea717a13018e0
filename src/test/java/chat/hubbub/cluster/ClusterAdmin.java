package chat.hubbub.cluster;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import chat.hubbub.fixture.Api;
import org.awaitility.Awaitility;

/** Olga, the first admin of a cluster, at its first node. */
final class ClusterAdmin {

	private static final String PASSWORD = "correct horse battery";

	private static final Pattern INVITE = Pattern.compile("/start#(\\S+)");

	private final ClusterNode node;

	private final Api browser;

	private final String token;

	private int topics;

	/** Takes the invitation from the log of the first node. */
	ClusterAdmin(ClusterNode node) {
		this.node = node;
		this.browser = node.api();
		Matcher invite = INVITE.matcher(node.process().log());
		if (!invite.find()) {
			throw new AssertionError("There is no link for the first admin");
		}
		require(this.browser.post("/api/accounts", account("olga", ",\"invite\":\"" + invite.group(1) + "\"")));
		this.token = this.browser.token("tests");
	}

	/** A token, with which nodes show the parts of their health. */
	String token() {
		return this.token;
	}

	/** The headers of CONNECT of a new account. */
	List<String> signUp(String name) {
		Api person = this.node.api();
		require(person.post("/api/accounts", account(name, "")));
		return List.of("login:" + name, "passcode:" + person.token("tests"));
	}

	private static String account(String name, String more) {
		return "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"" + more + "}";
	}

	/** Makes an open topic. */
	String newTopic() {
		return newTopic("open");
	}

	/** Makes a private topic with members, which another node knows then. */
	String newTopic(List<List<String>> members, ClusterNode other) {
		String topic = newTopic("private");
		for (List<String> member : members) {
			String name = member.get(0).substring("login:".length());
			String secret = member.get(1).substring("passcode:".length());
			require(browser().put("/api/topics/" + topic + "/members/" + name, "{\"moderator\":false}"));
			Awaitility.await().until(() -> other.get("/api/topics/" + topic + "/messages", secret).status() == 200);
		}
		return topic;
	}

	private synchronized String newTopic(String access) {
		String name = "tea-" + ++this.topics;
		require(browser().post("/api/topics", "{\"name\":\"" + name + "\",\"access\":\"" + access + "\"}"));
		return name;
	}

	void removeMember(String topic, String name) {
		require(browser().delete("/api/topics/" + topic + "/members/" + name));
	}

	void deleteMessage(String topic, long seq) {
		deleteMessage(topic, seq, this.node);
	}

	/** Deletes a message at a node. */
	void deleteMessage(String topic, long seq, ClusterNode at) {
		require(browser(at).delete("/api/topics/" + topic + "/messages/" + seq));
	}

	/** Bans an account for a minute. */
	void ban(String name) {
		require(browser().post("/api/bans", "{\"username\":\"" + name + "\",\"minutes\":1,\"reason\":\"spam\"}"));
	}

	private Api browser() {
		return browser(this.node);
	}

	private Api browser(ClusterNode at) {
		return this.browser.at(at.process().port());
	}

	private static void require(Api.Answer answer) {
		if (answer.status() / 100 != 2) {
			throw new AssertionError("It was refused: " + answer);
		}
	}

}
