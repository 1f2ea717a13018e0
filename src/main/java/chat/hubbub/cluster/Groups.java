package chat.hubbub.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import chat.hubbub.broker.NewEvents;
import chat.hubbub.broker.wire.EncodedMessage;
import chat.hubbub.broker.wire.EncodedMessages;

/** The events of a commit as bytes for another node. */
final class Groups {

	/** The version of the format. */
	private static final int FORMAT = 1;

	private Groups() {
	}

	static byte[] write(NewEvents group) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.writeByte(FORMAT);
			out.writeLong(group.change());
			out.writeInt(group.erasing().size());
			for (int index = 0; index < group.events().size() && !group.erasing().isEmpty(); index++) {
				if (group.erasing().contains(group.events().get(index))) {
					out.writeInt(index);
				}
			}
			out.write(EncodedMessages.write(group.events()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Reads a group of another node.
	 * @return the group, without events if the format is unknown: they are then read from
	 * the store
	 * @throws RuntimeException if the bytes are not a group; they never take more memory
	 * than their own length
	 */
	static NewEvents read(byte[] bytes) {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			if (in.readByte() != FORMAT) {
				return new NewEvents(List.of(), Set.of(), 0);
			}
			long change = in.readLong();
			int count = in.readInt();
			BitSet erasing = new BitSet();
			for (int at = 0; at < count; at++) {
				erasing.set(Objects.checkIndex(in.readInt(), bytes.length));
			}
			List<EncodedMessage> events = EncodedMessages.read(in.readAllBytes());
			Set<EncodedMessage> marked = new HashSet<>(0);
			erasing.stream().mapToObj(events::get).forEach(marked::add);
			return new NewEvents(events, marked, change);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
