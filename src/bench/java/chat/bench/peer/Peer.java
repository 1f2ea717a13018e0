package chat.bench.peer;

/** The servers to measure. */
public enum Peer {

	/** Hubbub as its user has it, storing everything. */
	HUBBUB("Hubbub"),

	/** The same little chat with Spring's simple broker on Tomcat. */
	TOMCAT("stock Spring, Tomcat"),

	/** The same on Jetty. */
	JETTY("stock Spring, Jetty"),

	/** A bare NIO broadcaster, which stores nothing and asks for nothing. */
	FLOOR("NIO floor");

	private final String title;

	Peer(String title) {
		this.title = title;
	}

	/**
	 * How the report calls it.
	 * @return its title
	 */
	public String title() {
		return this.title;
	}

}
