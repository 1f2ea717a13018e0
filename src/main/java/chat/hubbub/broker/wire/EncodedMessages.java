package chat.hubbub.broker.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.stomp.StompVersion;

/** Encoded messages as bytes for another node. */
public final class EncodedMessages {

	/**
	 * The version of the format; a node ignores messages in a format that it does not
	 * know.
	 */
	private static final int FORMAT = 1;

	private static final int VERSIONS = StompVersion.values().length;

	private EncodedMessages() {
	}

	/**
	 * Writes messages.
	 * @param messages the messages
	 * @return a new array
	 */
	public static byte[] write(List<EncodedMessage> messages) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(length(messages));
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(FORMAT);
			out.writeInt(messages.size());
			for (EncodedMessage message : messages) {
				write(message, out);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static int length(List<EncodedMessage> messages) {
		return messages.stream().mapToInt(EncodedMessage::bytes).sum();
	}

	/**
	 * Reads messages that another node wrote.
	 * @param bytes the result of {@link #write}
	 * @return a new list; empty if the format is unknown
	 * @throws RuntimeException if the bytes are not messages; they never take more memory
	 * than their own length
	 */
	public static List<EncodedMessage> read(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			if (in.readByte() != FORMAT) {
				return List.of();
			}
			int count = in.readInt();
			List<EncodedMessage> messages = new ArrayList<>();
			for (int number = 0; number < count; number++) {
				messages.add(message(in));
			}
			return messages;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(EncodedMessage message, DataOutputStream out) throws IOException {
		out.writeUTF(message.destination());
		out.writeLong(message.seq());
		out.writeUTF(message.id());
		out.writeBoolean(message.binary());
		byte[] plainText = message.plainText();
		out.writeBoolean(plainText != null);
		if (plainText != null) {
			write(plainText, out);
		}
		byte[] newest = message.frame(StompVersion.V1_2);
		boolean equal = !message.hasVersions();
		out.writeByte(equal ? 1 : VERSIONS);
		write(newest, out);
		if (!equal) {
			write(message.frame(StompVersion.V1_1), out);
			write(message.frame(StompVersion.V1_0), out);
		}
	}

	private static EncodedMessage message(DataInputStream in) throws IOException {
		String destination = in.readUTF();
		long seq = in.readLong();
		String id = in.readUTF();
		boolean binary = in.readBoolean();
		byte[] plainText = in.readBoolean() ? bytes(in) : null;
		byte[][] frames = new byte[in.readByte()][];
		if (frames.length != 1 && frames.length != VERSIONS) {
			throw new IOException("A message has one frame, or one for each version");
		}
		for (int index = 0; index < frames.length; index++) {
			frames[index] = bytes(in);
		}
		return new EncodedMessage(destination, seq, id, binary, plainText, frames);
	}

	private static void write(byte[] bytes, DataOutputStream out) throws IOException {
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static byte[] bytes(DataInputStream in) throws IOException {
		int length = in.readInt();
		// Not before it is known that they are there.
		if (length < 0 || length > in.available()) {
			throw new EOFException("There are no " + length + " bytes");
		}
		return in.readNBytes(length);
	}

}
