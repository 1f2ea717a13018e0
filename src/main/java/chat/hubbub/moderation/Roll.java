package chat.hubbub.moderation;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import chat.hubbub.account.User;
import chat.hubbub.net.ClientAddress;

/**
 * An index of the sanctions of one kind and place. Immutable.
 *
 * @param accounts those of accounts, by their numbers
 * @param guests those of guests, by the keys of their names
 * @param addresses those of guests, by their addresses
 */
record Roll(Map<Long, Sanction> accounts, Map<String, Sanction> guests, Map<ClientAddress, Sanction> addresses) {

	static final Roll EMPTY = new Roll(Map.of(), Map.of(), Map.of());

	static Roll of(Collection<Sanction> sanctions) {
		Roll roll = new Roll(new HashMap<>(), new HashMap<>(), new HashMap<>());
		for (Sanction sanction : sanctions) {
			Long account = sanction.subject().account();
			if (account != null) {
				roll.accounts.put(account, sanction);
			}
			else {
				roll.guests.put(sanction.subject().username().key(), sanction);
			}
			sanction.addresses().forEach((address) -> roll.addresses.merge(address, sanction, Roll::longer));
		}
		return roll;
	}

	/** The sanction of a user, or of guests at the user's address. */
	@Nullable Sanction find(User user) {
		Long account = user.account();
		if (account != null) {
			return this.accounts.get(account);
		}
		if (this.guests.isEmpty()) {
			return null;
		}
		Sanction byName = this.guests.get(user.username().key());
		Sanction byLogin = (byName != null) ? byName : this.guests.get(user.login());
		return (byLogin != null) ? byLogin : find(user.address());
	}

	private @Nullable Sanction find(@Nullable InetAddress address) {
		return (address != null && !this.addresses.isEmpty()) ? this.addresses.get(ClientAddress.of(address)) : null;
	}

	private static Sanction longer(Sanction one, Sanction other) {
		return (one.until() == null || (other.until() != null && one.until().isAfter(other.until()))) ? one : other;
	}

}
