package chat.hubbub.store.move;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The number of rows of a table, and a sum of them: the SHA-256 of each row, added up
 * modulo 2^256. The sum does not depend on the order of the rows, which the two databases
 * sort differently.
 */
final class TableSum {

	private static final int BYTES = 32;

	private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(BYTES * Byte.SIZE);

	private final List<Column> columns;

	private final MessageDigest digest = sha256();

	private BigInteger sum = BigInteger.ZERO;

	private long rows;

	private long replaced;

	TableSum(List<Column> columns) {
		this.columns = columns;
	}

	/** Adds a row, with the values of the columns. */
	void add(@Nullable Object[] row) {
		for (int i = 0; i < row.length; i++) {
			this.columns.get(i).kind().digest(row[i], this.digest);
		}
		this.sum = this.sum.add(new BigInteger(1, this.digest.digest())).mod(MODULUS);
		this.rows++;
	}

	/** Counts a text whose U+0000 was replaced. */
	void replaced(long texts) {
		this.replaced += texts;
	}

	/** The number of texts whose U+0000 was replaced. */
	long replaced() {
		return this.replaced;
	}

	long rows() {
		return this.rows;
	}

	/** The sum as 64 hexadecimal digits. */
	String hash() {
		byte[] bytes = this.sum.add(MODULUS).toByteArray();
		// The first byte is the 1 of the modulus.
		return HexFormat.of().formatHex(bytes, bytes.length - BYTES, bytes.length);
	}

	boolean isEqualTo(TableSum other) {
		return this.rows == other.rows && this.sum.equals(other.sum);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
