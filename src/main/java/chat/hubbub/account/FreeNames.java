package chat.hubbub.account;

/**
 * Finds names for guests that no one else has. It is used under the monitor of
 * {@link Guests}.
 */
final class FreeNames {

	private final Seats seats;

	private final Names registered;

	// Of names that accounts have.
	private final Numbers numbers = new Numbers();

	private long lastGuest;

	FreeNames(Seats seats, Names registered) {
		this.seats = seats;
		this.registered = registered;
	}

	/** That very name if it is free, or with a number behind it. */
	Username like(Username wanted) {
		Spelling.check(wanted);
		if (isFree(wanted)) {
			return wanted;
		}
		if (wanted.isReserved()) {
			throw new NameTaken(wanted);
		}
		Username name = wanted.numbered(nextNumber(wanted));
		while (!isFree(name)) {
			name = wanted.numbered(nextNumber(wanted));
		}
		return name;
	}

	/** The next of {@code guest-1}, {@code guest-2} and so on that is free. */
	Username nextGuest() {
		Username name = new Username("guest-" + ++this.lastGuest);
		while (!isFree(name)) {
			name = new Username("guest-" + ++this.lastGuest);
		}
		return name;
	}

	private int nextNumber(Username wanted) {
		Seat taken = this.seats.find(wanted);
		return (taken != null) ? ++taken.lastNumber : this.numbers.next(wanted);
	}

	private boolean isFree(Username name) {
		return this.seats.find(name) == null && !this.registered.isTaken(name);
	}

}
