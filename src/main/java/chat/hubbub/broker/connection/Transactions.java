package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import chat.hubbub.stomp.StompFrame;

/**
 * The open transactions of one connection, limited in number and in length. They end with
 * the connection. For one thread at a time.
 */
public final class Transactions {

	/** The maximum number of open transactions of a connection. */
	public static final int MAX_OPEN = 8;

	/** The maximum number of frames of a transaction. */
	public static final int MAX_FRAMES = 100;

	private final Map<String, List<StompFrame>> open = new HashMap<>();

	private final Set<String> spoiled = new HashSet<>();

	void begin(String name) {
		if (this.open.containsKey(name)) {
			throw TransactionFault.exists();
		}
		if (this.open.size() == MAX_OPEN) {
			throw TransactionFault.limit();
		}
		this.open.put(name, new ArrayList<>());
	}

	void add(String name, StompFrame frame) {
		List<StompFrame> frames = find(name);
		if (frames.size() == MAX_FRAMES) {
			throw TransactionFault.limit();
		}
		frames.add(frame);
	}

	/** Removes the transaction and returns its frames in their order. */
	List<StompFrame> end(String name) {
		List<StompFrame> frames = find(name);
		this.open.remove(name);
		this.spoiled.remove(name);
		return frames;
	}

	/**
	 * Drops and returns the frames of a transaction after one was refused; it can no
	 * longer be committed.
	 */
	List<StompFrame> spoil(String name) {
		List<StompFrame> frames = find(name);
		this.open.put(name, List.of());
		this.spoiled.add(name);
		return frames;
	}

	boolean isSpoiled(String name) {
		return this.spoiled.contains(name);
	}

	private List<StompFrame> find(String name) {
		List<StompFrame> frames = this.open.get(name);
		if (frames == null) {
			throw TransactionFault.unknown();
		}
		return frames;
	}

}
