package chat.hubbub.store.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Types;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of values that both databases have, each with one form in Java. SQLite stores
 * a value of any kind in any column, so each value is checked.
 */
enum Kind {

	/** A text. */
	TEXT(Types.VARCHAR) {

		@Override
		@Nullable Object read(Object value) {
			return (value instanceof String) ? value : null;
		}

		@Override
		byte[] bytes(Object value) {
			return ((String) value).getBytes(StandardCharsets.UTF_8);
		}

	},

	/** A whole number of up to 64 bits, also a time in milliseconds. */
	INTEGER(Types.BIGINT) {

		@Override
		@Nullable Object read(Object value) {
			return (value instanceof Long || value instanceof Integer) ? ((Number) value).longValue() : null;
		}

		@Override
		byte[] bytes(Object value) {
			return ByteBuffer.allocate(Long.BYTES).putLong((Long) value).array();
		}

	},

	/** A truth value, which is 0 or 1 in SQLite. */
	BOOLEAN(Types.BOOLEAN) {

		@Override
		@Nullable Object read(Object value) {
			if (value instanceof Integer number && (number == 0 || number == 1)) {
				return number == 1;
			}
			return (value instanceof Boolean) ? value : null;
		}

		@Override
		byte[] bytes(Object value) {
			return new byte[] { (byte) (((Boolean) value) ? 1 : 0) };
		}

	},

	/** Bytes, such as those of a picture. */
	BYTES(Types.BINARY) {

		@Override
		@Nullable Object read(Object value) {
			return (value instanceof byte[]) ? value : null;
		}

		@Override
		byte[] bytes(Object value) {
			return (byte[]) value;
		}

	};

	private final int sqlType;

	Kind(int sqlType) {
		this.sqlType = sqlType;
	}

	/** The kind of a column, by the name of its type in either database. */
	static Kind of(String type) {
		return switch (type.toLowerCase(Locale.ROOT)) {
			case "varchar", "text", "char", "bpchar" -> TEXT;
			case "bigint", "integer", "int8", "int4", "bigserial", "serial" -> INTEGER;
			case "boolean", "bool" -> BOOLEAN;
			case "blob", "bytea" -> BYTES;
			default -> throw new IllegalArgumentException("Unknown type of a column: " + type);
		};
	}

	/** The type in {@link Types}. */
	int sqlType() {
		return this.sqlType;
	}

	/**
	 * The one form of a value that a database returned.
	 * @return {@code null} if it is of another kind
	 */
	abstract @Nullable Object read(Object value);

	/** The bytes of a value in its one form. */
	abstract byte[] bytes(Object value);

	/** Adds a value to a digest, so that no two sequences of values are alike. */
	void digest(@Nullable Object value, MessageDigest digest) {
		digest.update((byte) ((value != null) ? 1 : 0));
		if (value != null) {
			byte[] bytes = bytes(value);
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
			digest.update(bytes);
		}
	}

}
