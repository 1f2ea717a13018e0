package chat.bench.scenario;

/** A server's memory as it goes up and down. */
final class Memory {

	private static final double MEBI = 1024 * 1024;

	private Memory() {
	}

	static double mebibytes(Stage stage) {
		return stage.server().usage().residentBytes() / MEBI;
	}

}
