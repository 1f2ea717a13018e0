package chat.hubbub.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import chat.hubbub.store.StoreUnavailable;

/**
 * The guests of all nodes by their names. A browser that is away keeps its name for a
 * minute. In a cluster this reads from the store. Thread-safe.
 */
@Component
public class PresentGuests {

	private final Guests guests;

	private final GuestNames shared;

	PresentGuests(Guests guests, ObjectProvider<GuestNames> shared) {
		this.guests = guests;
		this.shared = shared.getIfAvailable(() -> GuestNames.NO_OTHERS);
	}

	/**
	 * The guests who have one of some names now.
	 * @param names the names
	 * @return those that a guest has, as the guest spells them; they differ at most in
	 * case
	 * @throws StoreUnavailable if the store cannot be read
	 */
	public List<Username> named(Collection<Username> names) {
		if (!this.shared.areShared()) {
			return names.stream().map(this.guests::spelling).flatMap(Optional::stream).toList();
		}
		if (names.isEmpty()) {
			return List.of();
		}
		Set<String> looks = new HashSet<>();
		names.forEach((name) -> looks.addAll(name.looks()));
		Set<String> keys = names.stream().map(Username::key).collect(Collectors.toSet());
		return read(looks).stream().map(Username::new).filter((name) -> keys.contains(name.key())).toList();
	}

	private List<String> read(Set<String> looks) {
		try {
			return this.shared.named(looks);
		}
		catch (DataAccessException ex) {
			throw new StoreUnavailable();
		}
	}

}
