package chat.hubbub.account;

import org.springframework.security.crypto.password.PasswordEncoder;

/** Hides nothing and counts the work. */
public class CountingEncoder implements PasswordEncoder {

	private int encoded;

	private int matched;

	@Override
	public String encode(CharSequence password) {
		this.encoded++;
		return "hash of " + password;
	}

	@Override
	public boolean matches(CharSequence password, String hash) {
		this.matched++;
		return hash.equals("hash of " + password);
	}

	/** How many passwords were encoded since the last question. */
	int encoded() {
		int count = this.encoded;
		this.encoded = 0;
		return count;
	}

	/** How many passwords were compared since the last question. */
	int matched() {
		int count = this.matched;
		this.matched = 0;
		return count;
	}

}
