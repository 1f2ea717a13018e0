package chat.hubbub.account;

/**
 * Finds free names for guests. Used under the monitor of {@link LocalGuests}.
 */
final class FreeNames {

	private final Seats seats;

	private final Names registered;

	// The last numbers after the names of accounts.
	private final Numbers numbers = new Numbers();

	private long lastGuest;

	FreeNames(Seats seats, Names registered) {
		this.seats = seats;
		this.registered = registered;
	}

	/** The name itself if it is free, otherwise the name with a number. */
	Username like(Username wanted) {
		Spelling.check(wanted);
		return isFree(wanted) ? wanted : numbered(wanted);
	}

	/** The name with a number with which it is free. */
	Username numbered(Username wanted) {
		if (wanted.isReserved()) {
			throw new NameTaken(wanted);
		}
		Username name = wanted.numbered(nextNumber(wanted));
		while (!isFree(name)) {
			name = wanted.numbered(nextNumber(wanted));
		}
		return name;
	}

	/** The next free name of {@code guest-1}, {@code guest-2} and so on. */
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

	boolean isFree(Username name) {
		return this.seats.find(name) == null && !this.registered.isTaken(name);
	}

}
