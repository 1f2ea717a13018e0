package chat.hubbub.webhook.incoming;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import chat.hubbub.webhook.HookRefused;

/** Reads a message in the JSON that programs send to Slack. */
final class SlackMessage {

	/** The parts of an attachment that has no text for plain clients. */
	private static final List<String> PARTS = List.of("pretext", "title", "text");

	private SlackMessage() {
	}

	/**
	 * The text, and a line for each attachment.
	 * @return a text in Markdown, which may be empty
	 * @throws HookRefused if the JSON has another form
	 */
	static String textOf(JsonNode message) {
		if (!message.isObject()) {
			throw HookRefused.body();
		}
		List<String> lines = new ArrayList<>();
		add(lines, message, "text");
		JsonNode attachments = message.path("attachments");
		if (!attachments.isArray() && !attachments.isMissingNode() && !attachments.isNull()) {
			throw HookRefused.body();
		}
		attachments.forEach((attachment) -> addAttachment(lines, attachment));
		return String.join("\n", lines);
	}

	private static void addAttachment(List<String> lines, JsonNode attachment) {
		if (!attachment.isObject()) {
			throw HookRefused.body();
		}
		if (!add(lines, attachment, "fallback")) {
			PARTS.forEach((part) -> add(lines, attachment, part));
		}
	}

	/** Adds a text, and returns whether there is one. */
	private static boolean add(List<String> lines, JsonNode object, String name) {
		JsonNode text = object.path(name);
		if (text.isMissingNode() || text.isNull()) {
			return false;
		}
		if (!text.isString()) {
			throw HookRefused.body();
		}
		return !text.stringValue().isBlank() && lines.add(SlackText.toMarkdown(text.stringValue()));
	}

}
