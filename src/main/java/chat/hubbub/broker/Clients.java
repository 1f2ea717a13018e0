package chat.hubbub.broker;

import java.util.Collection;

/**
 * The connected clients, for features that end connections or notify users. Thread-safe.
 */
public interface Clients {

	/**
	 * All connections.
	 * @return a live view
	 */
	Selection all();

	/**
	 * The connections with a name, without visiting the others.
	 * @param name one of the names that they are {@linkplain KnownAs known as}
	 * @return a live view
	 */
	Selection of(String name);

	/**
	 * The connections with any of some names, each once.
	 * @param names some of the names that they are {@linkplain KnownAs known as}
	 * @return the connections that are open now
	 */
	Selection of(Collection<String> names);

}
