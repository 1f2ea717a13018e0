package chat.hubbub.extension;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The extension whose code made the start fail. */
final class Culprit {

	/** A class in a message, as a name or as a file in a jar. */
	private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)+");

	private Culprit() {
	}

	/**
	 * Finds the first extension with a class that a fault or one of its causes names, in
	 * its stack trace or its message. The innermost cause counts first.
	 * @param extensions the extensions
	 * @param fault the fault of the start
	 * @return the extension, or empty if the fault names none of them
	 */
	static Optional<Extension> of(List<Extension> extensions, Throwable fault) {
		Set<Throwable> causes = new LinkedHashSet<>();
		for (Throwable cause = fault; cause != null && causes.add(cause); cause = cause.getCause()) {
			// The set collects the chain, which may be a ring.
		}
		List<Throwable> outermostFirst = List.copyOf(causes);
		for (int i = outermostFirst.size() - 1; i >= 0; i--) {
			List<String> names = names(outermostFirst.get(i)).toList();
			for (Extension extension : extensions) {
				if (names.stream().anyMatch(extension.classes()::contains)) {
					return Optional.of(extension);
				}
			}
		}
		return Optional.empty();
	}

	private static Stream<String> names(Throwable cause) {
		Stream<String> frames = Arrays.stream(cause.getStackTrace()).map(StackTraceElement::getClassName);
		return Stream.concat(frames, inMessage(cause.getMessage()));
	}

	private static Stream<String> inMessage(@Nullable String message) {
		return NAME.matcher((message != null) ? message : "")
			.results()
			.map(MatchResult::group)
			.map((name) -> name.replace('/', '.').replaceFirst("\\.class$", ""));
	}

}
