package chat.hubbub.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;

/**
 * A pattern of ICU's MessageFormat as the page's script fills it in: a text, or a list of
 * texts and arguments. An argument is {@code [name]}, {@code [name, "number"]}, or
 * {@code [name, "plural" or "select", {case: pattern}]}. The page therefore needs no
 * parser.
 */
final class PagePattern {

	private final MessagePattern pattern;

	private PagePattern(MessagePattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Parses a pattern.
	 * @param pattern the pattern
	 * @return a string or a list
	 * @throws IllegalArgumentException if it is malformed or has other arguments
	 */
	static Object of(String pattern) {
		return new PagePattern(new MessagePattern(pattern)).message(0, "");
	}

	/** The message that begins at a part; {@code #} stands for the number. */
	private Object message(int start, String number) {
		List<Object> pieces = new ArrayList<>();
		StringBuilder text = new StringBuilder();
		int end = this.pattern.getLimitPartIndex(start);
		int read = this.pattern.getPart(start).getLimit();
		for (int i = start + 1; i <= end; i++) {
			Part part = this.pattern.getPart(i);
			text.append(this.pattern.getPatternString(), read, part.getIndex());
			read = part.getLimit();
			switch (part.getType()) {
				case REPLACE_NUMBER -> add(pieces, text, List.of(number, "number"));
				case ARG_START -> {
					add(pieces, text, argument(i));
					i = this.pattern.getLimitPartIndex(i);
					read = this.pattern.getPart(i).getLimit();
				}
				default -> {
				}
			}
		}
		if (pieces.isEmpty()) {
			return text.toString();
		}
		if (!text.isEmpty()) {
			pieces.add(text.toString());
		}
		return pieces;
	}

	private static void add(List<Object> pieces, StringBuilder text, List<Object> argument) {
		if (!text.isEmpty()) {
			pieces.add(text.toString());
			text.setLength(0);
		}
		pieces.add(argument);
	}

	private List<Object> argument(int start) {
		String name = this.pattern.getSubstring(this.pattern.getPart(start + 1));
		ArgType type = this.pattern.getPart(start).getArgType();
		return switch (type) {
			case NONE -> List.of(name);
			case PLURAL -> List.of(name, "plural", cases(start, name));
			case SELECT -> List.of(name, "select", cases(start, ""));
			default -> throw new IllegalArgumentException("The page knows no argument of the type " + type + ".");
		};
	}

	private Map<String, Object> cases(int start, String number) {
		Map<String, Object> cases = new LinkedHashMap<>();
		int end = this.pattern.getLimitPartIndex(start);
		String name = "";
		for (int i = start + 2; i < end; i++) {
			Part part = this.pattern.getPart(i);
			if (part.getType() == Part.Type.ARG_SELECTOR) {
				name = this.pattern.getSubstring(part);
			}
			else if (part.getType() == Part.Type.MSG_START) {
				cases.put(name, message(i, number));
				i = this.pattern.getLimitPartIndex(i);
			}
			else if (name.isEmpty()) {
				throw new IllegalArgumentException("The page knows no offset.");
			}
		}
		return cases;
	}

}
