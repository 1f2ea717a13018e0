package chat.hubbub.account;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import chat.hubbub.fixture.Database;
import chat.hubbub.fixture.FakeClock;
import chat.hubbub.fixture.Published;
import chat.hubbub.fixture.TestBus;

/** Accounts with a database of their own, which survives a restart. */
final class TestAccounts implements AutoCloseable {

	static final String PASSWORD = "correct horse";

	static final Runnable NOTHING = () -> {
	};

	private final FakeClock clock = new FakeClock();

	private final CountingEncoder encoder = new CountingEncoder();

	private final List<Object> events = new ArrayList<>();

	private final Database database;

	private Guests guests;

	private Accounts accounts;

	private Passwords passwords;

	private Departures departures;

	private TestBus bus;

	private boolean broken;

	TestAccounts(Path folder) {
		this.database = new Database(folder);
		start();
	}

	/** Starts again. */
	void start() {
		Names names = new Names();
		this.guests = new Guests(names, this.clock);
		AccountStore store = new AccountStore(this.database.client(), this.database.ids());
		this.bus = new TestBus();
		this.departures = new Departures(store, names, this.database.transactions(), this.clock, this::hear, this.bus);
		StoredAccounts stored = new StoredAccounts(store, names, Published.to(this.events), this.bus, this.departures);
		this.passwords = new Passwords(stored, store, this.encoder);
		this.accounts = new Accounts(stored, store, names, this.guests, this.encoder, this.database.transactions(),
				this.clock, Published.to(this.events), this.bus, this.departures);
	}

	/** The names that another node knows, which hears of the same facts. */
	Names otherNode() {
		Names names = new Names();
		AccountStore store = new AccountStore(this.database.client(), this.database.ids());
		TestBus other = new TestBus();
		this.bus.join(other);
		Departures none = new Departures(store, names, this.database.transactions(), this.clock, (event) -> {
		}, other);
		new StoredAccounts(store, names, (event) -> {
		}, other, none);
		return names;
	}

	private void hear(Object event) {
		if (this.broken) {
			throw new IllegalStateException("Power failure");
		}
		this.events.add(event);
	}

	/** Departures fail from now on, or succeed again. */
	void breakDepartures(boolean now) {
		this.broken = now;
	}

	Account signUp(String name) {
		return this.accounts.signUp(new Username(name), new Password(PASSWORD), Role.MEMBER, null, (account) -> {
		});
	}

	ChosenLanguages languages() {
		return new ChosenLanguages(this.database.client());
	}

	FakeClock clock() {
		return this.clock;
	}

	CountingEncoder encoder() {
		return this.encoder;
	}

	List<Object> events() {
		return this.events;
	}

	Guests guests() {
		return this.guests;
	}

	Accounts accounts() {
		return this.accounts;
	}

	Passwords passwords() {
		return this.passwords;
	}

	Departures departures() {
		return this.departures;
	}

	@Override
	public void close() {
		this.database.close();
	}

}
