package chat.hubbub.icon;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.setting.Settings;

/**
 * The icon of the server. An address is random and belongs to one icon for ever, so that
 * browsers can keep what they have loaded. Thread-safe.
 */
@Component
class Icons {

	private static final int ADDRESS_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final IconStore store;

	private final Settings settings;

	private final TransactionOperations transaction;

	Icons(IconStore store, Settings settings, TransactionOperations transaction) {
		this.store = store;
		this.settings = settings;
		this.transaction = transaction;
	}

	/**
	 * One form of an icon, from the store.
	 * @throws IconRefused if there is no such icon or form
	 */
	byte[] at(String address, String form) {
		return IconForm.of(form).flatMap((known) -> this.store.find(address, known)).orElseThrow(IconRefused::unknown);
	}

	/**
	 * Gives the server an icon in place of the former one.
	 * @param admin the name of the admin, for the audit log
	 * @return its address
	 */
	String put(Map<IconForm, byte[]> forms, String admin) {
		String address = newAddress();
		this.transaction.executeWithoutResult((status) -> {
			this.store.insert(address, forms);
			this.settings.storeIcon(address, admin);
			this.store.deleteOthers(address);
		});
		this.settings.tell();
		return address;
	}

	/** Removes the icon, if there is one. */
	void remove(String admin) {
		if (this.settings.now().icon() != null) {
			this.transaction.executeWithoutResult((status) -> {
				this.settings.storeIcon(null, admin);
				this.store.deleteOthers("");
			});
			this.settings.tell();
		}
	}

	private static String newAddress() {
		byte[] bytes = new byte[ADDRESS_BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
