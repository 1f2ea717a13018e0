package chat.hubbub.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/**
 * Keys on the curve P-256 as Web Push writes them: a public one as an uncompressed point
 * (SEC 1, 2.3.3), a private one as its number.
 */
final class Curve {

	private static final String NAME = "secp256r1";

	private static final int COORDINATE_BYTES = 32;

	/** The length of a public key. */
	static final int POINT_BYTES = 1 + 2 * COORDINATE_BYTES;

	private static final byte UNCOMPRESSED = 4;

	private static final ECParameterSpec PARAMETERS = parameters();

	private Curve() {
	}

	private static ECParameterSpec parameters() {
		try {
			AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
			curve.init(new ECGenParameterSpec(NAME));
			return curve.getParameterSpec(ECParameterSpec.class);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has P-256", ex);
		}
	}

	/** A new pair of keys. */
	static KeyPair create() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec(NAME));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has P-256", ex);
		}
	}

	/**
	 * Reads a public key.
	 * @throws IllegalArgumentException if it is not a point on the curve
	 */
	static ECPublicKey publicKey(byte[] point) {
		if (point.length != POINT_BYTES || point[0] != UNCOMPRESSED) {
			throw new IllegalArgumentException("It is not an uncompressed point");
		}
		BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
		BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, POINT_BYTES));
		if (!isOnCurve(x, y)) {
			throw new IllegalArgumentException("It is not on the curve");
		}
		try {
			return (ECPublicKey) KeyFactory.getInstance("EC")
				.generatePublic(new ECPublicKeySpec(new ECPoint(x, y), PARAMETERS));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("It is not a public key", ex);
		}
	}

	/** A point that is not on the curve would tell its sender about the private key. */
	private static boolean isOnCurve(BigInteger x, BigInteger y) {
		BigInteger prime = ((ECFieldFp) PARAMETERS.getCurve().getField()).getP();
		BigInteger right = x.pow(3)
			.add(PARAMETERS.getCurve().getA().multiply(x))
			.add(PARAMETERS.getCurve().getB())
			.mod(prime);
		return x.compareTo(prime) < 0 && y.compareTo(prime) < 0 && y.pow(2).mod(prime).equals(right);
	}

	/** Reads a private key. */
	static ECPrivateKey privateKey(byte[] number) {
		try {
			return (ECPrivateKey) KeyFactory.getInstance("EC")
				.generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), PARAMETERS));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalArgumentException("It is not a private key", ex);
		}
	}

	/** Writes a public key. */
	static byte[] bytes(ECPublicKey key) {
		byte[] point = new byte[POINT_BYTES];
		point[0] = UNCOMPRESSED;
		write(key.getW().getAffineX(), point, 1);
		write(key.getW().getAffineY(), point, 1 + COORDINATE_BYTES);
		return point;
	}

	/** Writes a private key. */
	static byte[] bytes(ECPrivateKey key) {
		byte[] number = new byte[COORDINATE_BYTES];
		write(key.getS(), number, 0);
		return number;
	}

	private static void write(BigInteger number, byte[] target, int at) {
		byte[] bytes = number.toByteArray();
		int length = Math.min(bytes.length, COORDINATE_BYTES);
		System.arraycopy(bytes, bytes.length - length, target, at + COORDINATE_BYTES - length, length);
	}

}
