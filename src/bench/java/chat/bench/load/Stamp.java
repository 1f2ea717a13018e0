package chat.bench.load;

/**
 * The mark of a text: {@code @00000042:0007@} is number 42 of sender 7. Its width is
 * fixed, so that it can be found and read without parsing the text around it.
 */
final class Stamp {

	static final byte MARK = '@';

	static final int LENGTH = 15;

	/** The sender of probes, which only ask for the connected clients. */
	static final int PROBE = 9999;

	private static final int SEQ_WIDTH = 8;

	private static final int SENDER_WIDTH = 4;

	private static final int SENDER_AT = 1 + SEQ_WIDTH + 1;

	private Stamp() {
	}

	static String of(int sender, int seq) {
		return "@%08d:%04d@".formatted(seq, sender);
	}

	/** Changes the number of a stamp in place. */
	static void putSeq(byte[] bytes, int at, int seq) {
		Bytes.putDigits(bytes, at + 1, SEQ_WIDTH, seq);
	}

	/** The index of the first stamp, or -1. */
	static int find(byte[] bytes, int from, int to) {
		int at = Bytes.indexOf(bytes, from, to, MARK);
		while (at >= 0 && at + LENGTH <= to && bytes[at + LENGTH - 1] != MARK) {
			at = Bytes.indexOf(bytes, at + 1, to, MARK);
		}
		return (at + LENGTH <= to) ? at : -1;
	}

	static int seq(byte[] bytes, int at) {
		return Bytes.digits(bytes, at + 1, SEQ_WIDTH);
	}

	static int sender(byte[] bytes, int at) {
		return Bytes.digits(bytes, at + SENDER_AT, SENDER_WIDTH);
	}

}
