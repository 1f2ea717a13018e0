package chat.hubbub.broker.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import chat.hubbub.stomp.Destinations;
import chat.hubbub.stomp.StompFrame;
import chat.hubbub.stomp.StompVersion;

/**
 * A message for the subscribers of a destination. It is encoded once for all of them,
 * except the start of the frame, which names the subscription. Immutable; its bytes are
 * shared and must not be changed.
 */
public final class EncodedMessage {

	/** Tells the ids of several nodes apart, and those from before a restart. */
	private static final String PROCESS = Long.toString(new SecureRandom().nextLong() >>> 24, Character.MAX_RADIX);

	/** Numbers messages that have no number in a topic. */
	private static final AtomicLong NUMBERS = new AtomicLong();

	private static final int OWN_BYTES = 256;

	private final String destination;

	private final long seq;

	private final String id;

	private final boolean binary;

	private final byte @Nullable [] plainText;

	// The versions share one array unless a header needs escapes.
	private final byte[] frame10;

	private final byte[] frame11;

	private final byte[] frame12;

	/** The number of distinct arrays. */
	private final int frames;

	EncodedMessage(String destination, long seq, StompFrame frame, byte @Nullable [] plainText) {
		this.destination = destination;
		this.seq = seq;
		this.id = String.valueOf(frame.header("message-id"));
		// A WebSocket text message must be UTF-8 (RFC 6455, 5.6).
		this.binary = "application/octet-stream".equals(frame.header("content-type"))
				|| (plainText == null && !isUtf8(frame.body()));
		this.plainText = plainText;
		boolean escapes = frame.headers().values().stream().anyMatch(EncodedMessage::hasEscapes)
				|| frame.headers().keySet().stream().anyMatch(EncodedMessage::hasEscapes);
		this.frames = escapes ? StompVersion.values().length : 1;
		this.frame12 = rest(frame, StompVersion.V1_2);
		this.frame11 = escapes ? rest(frame, StompVersion.V1_1) : this.frame12;
		this.frame10 = escapes ? rest(frame, StompVersion.V1_0) : this.frame12;
	}

	/** A message from its parts, without a copy; equal frames are one array. */
	EncodedMessage(String destination, long seq, String id, boolean binary, byte @Nullable [] plainText,
			byte[][] frames) {
		this.destination = destination;
		this.seq = seq;
		this.id = id;
		this.binary = binary;
		this.plainText = plainText;
		this.frames = frames.length;
		this.frame12 = frames[0];
		this.frame11 = frames[(frames.length > 1) ? 1 : 0];
		this.frame10 = frames[frames.length - 1];
	}

	/**
	 * Encodes an event of a topic.
	 * @param destination the topic's destination
	 * @param seq the event's number in its topic, from 1
	 * @param json the event as JSON in UTF-8
	 * @param plainText the event for plain text clients, empty if they do not receive it
	 * @param headers the sender's custom headers
	 * @return the message
	 */
	public static EncodedMessage event(String destination, long seq, byte[] json, String plainText,
			CustomHeaders headers) {
		String number = Long.toString(seq);
		StompFrame frame = StompFrame.of("")
			.with("destination", destination)
			.with("message-id", destination.substring(Destinations.TOPIC.length()) + "-" + number)
			.with("seq", number);
		headers.values().forEach(frame::with);
		return new EncodedMessage(destination, seq, frame.withBody("application/json", json),
				plainText.isEmpty() ? null : plainText.getBytes(StandardCharsets.UTF_8));
	}

	/** Encodes an event of a topic without custom headers. */
	public static EncodedMessage event(String destination, long seq, byte[] json, String plainText) {
		return event(destination, seq, json, plainText, CustomHeaders.NONE);
	}

	/**
	 * Encodes a message of the server without a number.
	 * @param destination where subscribers get it
	 * @param json the body as UTF-8 encoded JSON
	 * @return the message
	 */
	public static EncodedMessage json(String destination, byte[] json) {
		return json(destination, destination, json);
	}

	/** Encodes a message of the server without a number. */
	public static EncodedMessage json(String destination, String shownDestination, byte[] json) {
		return message(destination, shownDestination, Map.of(), "application/json", json);
	}

	/** Encodes a developer's message, which has no number. */
	public static EncodedMessage message(String destination, String shownDestination, Map<String, String> headers,
			@Nullable String contentType, byte[] body) {
		StompFrame frame = StompFrame.of("")
			.with("destination", shownDestination)
			.with("message-id", "m-" + PROCESS + "-" + NUMBERS.incrementAndGet());
		headers.forEach(frame::with);
		String type = (contentType != null) ? contentType : "application/octet-stream";
		return new EncodedMessage(destination, 0, frame.withBody(type, body), null);
	}

	/** The destination as the broker names it. */
	public String destination() {
		return this.destination;
	}

	/**
	 * The event's number in its topic.
	 * @return the number, or 0 for a message without one
	 */
	public long seq() {
		return this.seq;
	}

	/** The value of the header {@code message-id}. */
	public String id() {
		return this.id;
	}

	boolean binary() {
		return this.binary;
	}

	byte @Nullable [] plainText() {
		return this.plainText;
	}

	/** The approximate length of its frame in bytes. */
	public int length() {
		return this.frame12.length;
	}

	/** Its approximate size on the heap in bytes. */
	public int bytes() {
		return OWN_BYTES + this.frames * length() + ((this.plainText != null) ? this.plainText.length : 0);
	}

	/** Whether the frame differs between the versions of STOMP. */
	boolean hasVersions() {
		return this.frames > 1;
	}

	/** The frame from its second header on. */
	byte[] frame(StompVersion version) {
		return switch (version) {
			case V1_0 -> this.frame10;
			case V1_1 -> this.frame11;
			case V1_2 -> this.frame12;
		};
	}

	private static byte[] rest(StompFrame frame, StompVersion version) {
		byte[] whole = frame.encode(version);
		// Without the empty line of the command, because each subscription writes its
		// own.
		byte[] rest = new byte[whole.length - 1];
		System.arraycopy(whole, 1, rest, 0, rest.length);
		return rest;
	}

	private static boolean isUtf8(byte[] body) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private static boolean hasEscapes(String value) {
		return !StompVersion.V1_2.escape(value).equals(value);
	}

}
