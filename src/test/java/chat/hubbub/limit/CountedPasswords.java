package chat.hubbub.limit;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Counts how often the server hashes a password; only in servers with the profile. */
@Component
@Profile("counted")
class CountedPasswords implements BeanPostProcessor {

	static final String PROFILE = "--spring.profiles.active=counted";

	private final AtomicInteger encoded = new AtomicInteger();

	private final AtomicInteger compared = new AtomicInteger();

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof PasswordEncoder encoder) ? new Counted(encoder) : bean;
	}

	/** The number of checks since the last call. */
	String work() {
		return this.encoded.getAndSet(0) + " encoded, " + this.compared.getAndSet(0) + " compared";
	}

	private final class Counted implements PasswordEncoder {

		private final PasswordEncoder encoder;

		Counted(PasswordEncoder encoder) {
			this.encoder = encoder;
		}

		@Override
		public String encode(CharSequence password) {
			CountedPasswords.this.encoded.incrementAndGet();
			// The comparison is fast, because floods consist of it.
			return "{noop}" + password;
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			CountedPasswords.this.compared.incrementAndGet();
			return this.encoder.matches(password, hash);
		}

	}

}
