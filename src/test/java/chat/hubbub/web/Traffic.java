package chat.hubbub.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * The requests of a page to the server; responses from the browser's cache do not count.
 */
final class Traffic {

	private final Map<String, String> asked = new LinkedHashMap<>();

	private final Map<String, JsonObject> answers = new LinkedHashMap<>();

	private final List<String> sockets = new ArrayList<>();

	/** Begins to listen. */
	Traffic(Page page) {
		CDPSession session = page.context().newCDPSession(page);
		session.on("Network.requestWillBeSent",
				(event) -> this.asked.put(id(event), event.getAsJsonObject("request").get("url").getAsString()));
		session.on("Network.requestServedFromCache", (event) -> forget(id(event)));
		session.on("Network.responseReceived", this::answered);
		session.on("Network.webSocketCreated", (event) -> this.sockets.add(event.get("url").getAsString()));
		session.send("Network.enable");
	}

	/** The addresses asked for, with those of WebSockets. */
	List<String> asked() {
		List<String> all = new ArrayList<>(this.asked.values());
		all.addAll(this.sockets);
		return all;
	}

	/** A header of each answer to an address that matches a pattern. */
	List<String> header(String address, String name) {
		return this.answers.values()
			.stream()
			.filter((answer) -> answer.get("url").getAsString().matches(address))
			.map((answer) -> String.valueOf(answer.getAsJsonObject("headers").get(name)).replace("\"", ""))
			.toList();
	}

	private void answered(JsonObject event) {
		JsonObject response = event.getAsJsonObject("response");
		if (response.get("fromDiskCache").getAsBoolean()) {
			forget(id(event));
		}
		else {
			this.answers.put(id(event), response);
		}
	}

	private void forget(String id) {
		this.asked.remove(id);
	}

	private static String id(JsonObject event) {
		return event.get("requestId").getAsString();
	}

}
