package chat.bench.peer;

/** The servers to measure. */
public enum Peer {

	/** Hubbub as its user has it, storing everything. */
	HUBBUB("Hubbub"),

	/** The same, which stores in a PostgreSQL on this machine. */
	POSTGRESQL("Hubbub on PostgreSQL"),

	/** The same little chat with Spring's simple broker on Tomcat. */
	TOMCAT("stock Spring, Tomcat"),

	/** The same on Jetty. */
	JETTY("stock Spring, Jetty"),

	/** The same on several servers, with Spring's relay to RabbitMQ. */
	RELAY("Spring's relay"),

	/** A bare NIO broadcaster, which stores nothing and asks for nothing. */
	FLOOR("NIO floor");

	private final String title;

	Peer(String title) {
		this.title = title;
	}

	/**
	 * Whether it is Hubbub.
	 * @return whether it must lose nothing
	 */
	public boolean isHubbub() {
		return this == HUBBUB || this == POSTGRESQL;
	}

	/**
	 * Whether one server of it can be measured alone.
	 * @return {@code false} if it needs RabbitMQ
	 */
	public boolean isAlone() {
		return this != RELAY;
	}

	/**
	 * How the report calls it.
	 * @return its title
	 */
	public String title() {
		return this.title;
	}

}
