package chat.hubbub.broker.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is handed over together: to each receiver its own items, in their order, at once.
 * For one thread.
 */
final class Handover {

	private final Map<Consumer<?>, List<Object>> items = new LinkedHashMap<>(2);

	/**
	 * Keeps an item.
	 * @param item the item
	 * @param receiver takes it with others; the same object for each of them
	 */
	<T> void add(T item, Consumer<List<T>> receiver) {
		this.items.computeIfAbsent(receiver, (key) -> new ArrayList<>()).add(item);
	}

	/** Hands over what is kept, and keeps nothing any more. */
	void deliver() {
		this.items.forEach(Handover::deliver);
		this.items.clear();
	}

	@SuppressWarnings("unchecked")
	private static <T> void deliver(Consumer<?> receiver, List<Object> items) {
		((Consumer<List<T>>) receiver).accept((List<T>) items);
	}

}
