package chat.hubbub.stomp;

import chat.hubbub.refusal.Refusal;
import chat.hubbub.words.Phrase;

/** The refusal of a frame that breaks the rules of STOMP. */
@SuppressWarnings("serial")
public final class FrameFault extends Refusal {

	private FrameFault(Kind kind, String code, Phrase sentence) {
		super(kind, code, sentence);
	}

	/** A client sent a command of the server. */
	public static FrameFault serverCommand(String command) {
		return new FrameFault(Kind.INVALID, "frame.command",
				Phrase.of("frame.server-command").with("command", command));
	}

	/** STOMP has no such command. */
	public static FrameFault unknownCommand() {
		return new FrameFault(Kind.INVALID, "frame.command", Phrase.of("frame.command"));
	}

	/**
	 * The bytes are not a frame.
	 * @param how the fault, as a sentence
	 * @return the refusal
	 */
	public static FrameFault malformed(Phrase how) {
		return new FrameFault(Kind.INVALID, "frame.malformed", Phrase.of("frame.malformed").with("how", how));
	}

	static FrameFault undefinedEscape() {
		return malformed(Phrase.of("frame.escape"));
	}

	static FrameFault contentLength() {
		return malformed(Phrase.of("frame.content-length"));
	}

	/** A frame lacks a header that its command needs. */
	public static FrameFault missingHeader(String command, String header) {
		return new FrameFault(Kind.INVALID, "frame.header",
				Phrase.of("frame.missing-header").with("command", command).with("header", header));
	}

	/**
	 * A header is not allowed there, or its value breaks a rule.
	 * @param why the rule, as a sentence
	 * @return the refusal
	 */
	public static FrameFault header(Phrase why) {
		return new FrameFault(Kind.INVALID, "frame.header", why);
	}

	/**
	 * The frame is larger than the server accepts.
	 * @param how the limit, as a sentence
	 * @return the refusal
	 */
	public static FrameFault tooLarge(Phrase how) {
		return new FrameFault(Kind.INVALID, "frame.too-large", Phrase.of("frame.too-large").with("how", how));
	}

	static FrameFault largeBody() {
		return tooLarge(Phrase.of("frame.body").with("kilobytes", StompDecoder.MAX_BODY_BYTES / 1024));
	}

	/** The client and the server have no version in common. */
	public static FrameFault version() {
		return new FrameFault(Kind.INVALID, "connect.version",
				Phrase.of("connect.version").with("versions", StompVersion.ALL));
	}

}
