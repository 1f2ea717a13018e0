package chat.hubbub.webhook.incoming;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Translates what Slack writes in angle brackets, such as links, and its escapes. */
final class SlackText {

	private static final Pattern BRACKETS = Pattern.compile("<([^<>|\n]+)(?:\\|([^<>\n]*))?>");

	private static final Pattern EVERYBODY = Pattern.compile("!(here|channel|everyone)");

	private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:)\\S+");

	private SlackText() {
	}

	/** The text in Markdown. */
	static String toMarkdown(String text) {
		Matcher brackets = BRACKETS.matcher(text);
		return brackets.replaceAll((found) -> Matcher.quoteReplacement(translate(found)))
			.replace("&lt;", "<")
			.replace("&gt;", ">")
			.replace("&amp;", "&");
	}

	private static String translate(MatchResult found) {
		String target = found.group(1);
		String label = found.group(2);
		if (LINK.matcher(target).matches()) {
			return link(target, label);
		}
		if (EVERYBODY.matcher(target).matches()) {
			return "@here";
		}
		String shown = (label != null && !label.isBlank()) ? label : target.substring(1);
		if ("@#!".indexOf(target.charAt(0)) < 0 || shown.isEmpty()) {
			return found.group();
		}
		return (target.charAt(0) != '!' && shown.charAt(0) != target.charAt(0)) ? target.charAt(0) + shown : shown;
	}

	private static String link(String target, @Nullable String label) {
		if (label == null || label.isBlank() || target.endsWith(label)) {
			return target;
		}
		return "[" + label.replaceAll("([\\[\\]\\\\])", "\\\\$1") + "](" + target + ")";
	}

}
