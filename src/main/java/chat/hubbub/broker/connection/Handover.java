package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Collects items for several receivers, and hands each receiver its own items at once, in
 * their order. For one thread.
 */
final class Handover {

	private final Map<Consumer<?>, List<Object>> items = new LinkedHashMap<>(2);

	/**
	 * Keeps an item.
	 * @param item the item
	 * @param receiver receives all its items together; must be the same object for each
	 * of them
	 */
	<T> void add(T item, Consumer<List<T>> receiver) {
		this.items.computeIfAbsent(receiver, (key) -> new ArrayList<>()).add(item);
	}

	/** Hands over all items and forgets them. */
	void deliver() {
		this.items.forEach(Handover::deliver);
		this.items.clear();
	}

	@SuppressWarnings("unchecked")
	private static <T> void deliver(Consumer<?> receiver, List<Object> items) {
		((Consumer<List<T>>) receiver).accept((List<T>) items);
	}

}
