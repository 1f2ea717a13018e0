package chat.hubbub.stomp;

import chat.hubbub.refusal.Refusal;

/** The refusal of a frame that breaks the rules of STOMP. */
@SuppressWarnings("serial")
public final class FrameFault extends Refusal {

	private FrameFault(Kind kind, String code, String sentence) {
		super(kind, code, sentence);
	}

	/** A client sent a command of the server. */
	public static FrameFault serverCommand(String command) {
		return new FrameFault(Kind.INVALID, "frame.command", "Only the server may send " + command + ".");
	}

	/** STOMP has no such command. */
	public static FrameFault unknownCommand() {
		return new FrameFault(Kind.INVALID, "frame.command", "Unknown STOMP command.");
	}

	/**
	 * The bytes are not a frame.
	 * @param how the fault, as a sentence
	 * @return the refusal
	 */
	public static FrameFault malformed(String how) {
		return new FrameFault(Kind.INVALID, "frame.malformed", "Malformed STOMP frame. " + how);
	}

	static FrameFault undefinedEscape() {
		return malformed("A header has an escape sequence that this version of STOMP does not define.");
	}

	static FrameFault contentLength() {
		return malformed("The content-length does not match the length of the body.");
	}

	/** A frame lacks a header that its command needs. */
	public static FrameFault missingHeader(String command, String header) {
		return new FrameFault(Kind.INVALID, "frame.header", "A " + command + " frame needs the header " + header + ".");
	}

	/**
	 * A header is not allowed there.
	 * @param why the rule, as a sentence
	 * @return the refusal
	 */
	public static FrameFault header(String why) {
		return new FrameFault(Kind.INVALID, "frame.header", why);
	}

	/**
	 * The value of a header breaks a rule.
	 * @param header the name of the header
	 * @param rule the rest of the sentence that begins with the header
	 * @return the refusal
	 */
	public static FrameFault badHeader(String header, String rule) {
		return new FrameFault(Kind.INVALID, "frame.header", "The header " + header + " " + rule + ".");
	}

	/**
	 * The frame is larger than the server accepts.
	 * @param how the limit, as a sentence
	 * @return the refusal
	 */
	public static FrameFault tooLarge(String how) {
		return new FrameFault(Kind.INVALID, "frame.too-large", "This frame is too large. " + how);
	}

	static FrameFault largeBody() {
		return tooLarge("The body has more than " + StompDecoder.MAX_BODY_BYTES / 1024 + " KiB.");
	}

	/** The client and the server have no version in common. */
	public static FrameFault version() {
		return new FrameFault(Kind.INVALID, "connect.version",
				"The client and the server have no STOMP version in common. The server supports " + StompVersion.ALL
						+ ".");
	}

}
