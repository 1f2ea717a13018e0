package chat.hubbub.push;

import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The identity of this server towards push services (RFC 8292): one pair of keys, which
 * all nodes share. Thread-safe.
 */
@Component
class Vapid {

	/** At most a day, by the RFC. */
	private static final Duration VALID = Duration.ofHours(12);

	private final PushStore store;

	private final Clock clock;

	private volatile @Nullable KeyPair keys;

	Vapid(PushStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** The public key, for the browsers that subscribe, in base64url. */
	String key() {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(Curve.bytes((ECPublicKey) keys().getPublic()));
	}

	/**
	 * The header {@code Authorization} of a request.
	 * @param endpoint the address of the request
	 * @param contact the page of this server, whose operator the push service may ask
	 */
	String authorization(URI endpoint, String contact) {
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build(),
					new JWTClaimsSet.Builder().audience(origin(endpoint))
						.expirationTime(Date.from(this.clock.instant().plus(VALID)))
						.subject(contact)
						.build());
			token.sign(new ECDSASigner((ECPrivateKey) keys().getPrivate()));
			return "vapid t=" + token.serialize() + ", k=" + key();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("Every Java has ES256", ex);
		}
	}

	private static String origin(URI address) {
		String port = (address.getPort() > 0) ? ":" + address.getPort() : "";
		return (address.getScheme() + "://" + address.getHost() + port).toLowerCase(Locale.ROOT);
	}

	private KeyPair keys() {
		KeyPair known = this.keys;
		if (known == null) {
			known = this.store.keys(Curve::create);
			this.keys = known;
		}
		return known;
	}

}
