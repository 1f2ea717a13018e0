package chat.bench.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Searches bytes, eight at a time: this is most of a subscriber's work. */
final class Bytes {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private static final long ONES = 0x0101010101010101L;

	private static final long HIGHS = 0x8080808080808080L;

	private Bytes() {
	}

	/** The first index of a byte from {@code from} to before {@code to}, or -1. */
	static int indexOf(byte[] bytes, int from, int to, byte wanted) {
		long pattern = (wanted & 0xFFL) * ONES;
		int at = from;
		for (; at + Long.BYTES <= to; at += Long.BYTES) {
			long difference = (long) LONGS.get(bytes, at) ^ pattern;
			long zeros = (difference - ONES) & ~difference & HIGHS;
			if (zeros != 0) {
				return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
			}
		}
		for (; at < to; at++) {
			if (bytes[at] == wanted) {
				return at;
			}
		}
		return -1;
	}

	/** The first index of a text, or -1. */
	static int indexOf(byte[] bytes, int from, int to, byte[] wanted) {
		int at = indexOf(bytes, from, to, wanted[0]);
		while (at >= 0 && at + wanted.length <= to) {
			if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
				return at;
			}
			at = indexOf(bytes, at + 1, to, wanted[0]);
		}
		return -1;
	}

	/** Writes a number as decimal digits with leading zeros. */
	static void putDigits(byte[] bytes, int from, int width, int number) {
		int rest = number;
		for (int at = from + width - 1; at >= from; at--) {
			bytes[at] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
	}

	/** Reads digits of {@link #putDigits}, or returns -1 if these are not digits. */
	static int digits(byte[] bytes, int from, int width) {
		int number = 0;
		for (int at = from; at < from + width; at++) {
			int digit = bytes[at] - '0';
			if (digit < 0 || digit > 9) {
				return -1;
			}
			number = number * 10 + digit;
		}
		return number;
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
