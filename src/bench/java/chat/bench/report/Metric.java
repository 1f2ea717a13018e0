package chat.bench.report;

import java.util.Arrays;
import java.util.Locale;

/** The reported figures, with their units and useful precision. */
public enum Metric {

	/** Connections that were opened and subscribed a second. */
	JOINS("joins/s", 0),

	/** CPU time of the server's process for each connection that was opened. */
	JOIN_CPU("CPU µs/join", 0),

	/** Connections that a message reached. */
	REACHED("connections reached", 0),

	/** Messages that reached a subscriber. */
	DELIVERIES("deliveries/s", 0),

	/** CPU time of the server's process for each delivery. */
	CPU("CPU µs/delivery", 2),

	/** The same without the threads of the JVMs that compile, which end in time. */
	COMPILED_CPU("CPU µs/delivery without compilers", 2),

	/** CPU time of RabbitMQ for each message, which the CPU time above includes. */
	RABBIT_CPU("RabbitMQ CPU µs/message", 0),

	/** CPU time of PostgreSQL for each message, which no other figure includes. */
	STORE_CPU("PostgreSQL CPU µs/message", 0),

	/** Connections that RabbitMQ holds. */
	LINKS("connections to RabbitMQ", 0),

	/** CPU time of a node that has no subscriber, for each message of another node. */
	OTHER_CPU("CPU µs/message, other node", 0),

	/** CPU time of the servers while nothing is said. */
	IDLE_CPU("CPU µs/connection/s", 1),

	/** The same of RabbitMQ. */
	IDLE_RABBIT_CPU("RabbitMQ CPU µs/connection/s", 1),

	/** The same of PostgreSQL. */
	IDLE_STORE_CPU("PostgreSQL CPU µs/connection/s", 1),

	/** RECEIPTs a second. */
	RECEIPTS("receipts/s", 0),

	/** Messages that were stored together. */
	GROUP("messages/commit", 0),

	/** Half of the latencies are below. */
	P50("p50 ms", 1),

	/** 99 of 100 latencies are below. */
	P99("p99 ms", 1),

	/** 999 of 1,000 latencies are below. */
	P999("p99.9 ms", 1),

	/** The 99th percentile of the same load before anything went wrong. */
	CALM_P99("p99 ms before", 1),

	/** Growth of the live heap. */
	RESIDENT("KiB/connection, resident", 1),

	/** Growth of the live heap. */
	LIVE("KiB/connection, live", 1),

	/** Bytes of files that were uploaded a second. */
	UPLOADED("uploaded MB/s", 0),

	/** CPU time of the server's process for the whole work. */
	WORK_CPU("CPU s", 1),

	/** Growth of the live heap of the whole server. */
	HEAP("live heap growth MiB", 1),

	/** The most resident memory that was seen, less that before. */
	GROWTH("peak growth MiB", 0),

	/** The most resident memory that was seen. */
	PEAK("peak MiB", 0),

	/** How long it took until latencies were as before. */
	RECOVERY("recovery s", 1),

	/** Connections that the server closed. */
	CLOSED("closed by the server", 0),

	/** Messages that the senders got rid of. */
	SENT("messages sent", 0),

	/** Deliveries out of order. */
	MISORDERED("out of order", 0),

	/** Deliveries that never came. */
	LOST("lost", 0),

	/** Deliveries that came again. */
	DUPLICATES("duplicates", 0);

	private final String label;

	private final int decimals;

	Metric(String label, int decimals) {
		this.label = label;
		this.decimals = decimals;
	}

	/**
	 * How the report calls it.
	 * @return its label, with its unit
	 */
	public String label() {
		return this.label;
	}

	/** Whether the values of several rounds are worth reporting. */
	boolean varies() {
		return this == JOINS || this == JOIN_CPU || this == IDLE_CPU || this == RECEIPTS || this == CPU
				|| this == COMPILED_CPU || this == P50 || this == P99 || this == CALM_P99;
	}

	/** Whether it must be 0. */
	boolean isFault() {
		return this == MISORDERED || this == LOST || this == DUPLICATES;
	}

	/** The result of an odd number of rounds: the median, or the sum of faults. */
	double combine(double... values) {
		double[] sorted = Arrays.stream(values).sorted().toArray();
		return isFault() ? Arrays.stream(sorted).sum() : sorted[sorted.length / 2];
	}

	String format(double value) {
		return String.format(Locale.ROOT, "%,." + this.decimals + "f", value);
	}

}
