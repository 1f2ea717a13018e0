package chat.hubbub.web;

import java.util.ArrayList;
import java.util.List;

/** Answers of the server about many accounts and acts, as JSON. */
final class Answers {

	private Answers() {
	}

	static String token(int id, String name, String owner) {
		return "{\"id\":" + id + ",\"name\":\"" + name + "\",\"username\":\"" + owner
				+ "\",\"createdAt\":\"2026-01-02T03:04:05Z\",\"expiresAt\":\"2099-01-02T03:04:05Z\"}";
	}

	static String restriction(int id, String name, String more) {
		return "{\"id\":" + id + ",\"username\":\"" + name + "\",\"address\":\"192.0.2.7\",\"by\":\"olga\","
				+ "\"reason\":\"spam, and more spam\",\"createdAt\":\"2026-01-02T03:04:05Z\"" + more + "}";
	}

	static String acts(int from, int to) {
		List<String> acts = new ArrayList<>();
		for (int id = from; id >= to; id--) {
			acts.add("{\"id\":" + id + ",\"at\":\"2026-01-02T03:04:05Z\",\"actor\":\"olga\",\"act\":\"user.banned\","
					+ "\"topic\":null,\"subject\":\"troll\",\"detail\":\"for good: spam\"}");
		}
		return acts.toString();
	}

	static String users(int from, int to) {
		List<String> users = new ArrayList<>();
		for (int id = from; id <= to; id++) {
			users.add("{\"id\":" + id + ",\"username\":\"user " + id
					+ "\",\"role\":\"member\",\"createdAt\":\"2026-01-02T03:04:05Z\"}");
		}
		return users.toString();
	}

}
