package chat.hubbub.security;

import java.util.Set;

import chat.hubbub.account.Account;
import chat.hubbub.account.Accounts;
import chat.hubbub.account.People;
import chat.hubbub.account.Role;
import chat.hubbub.account.User;
import chat.hubbub.account.Username;
import chat.hubbub.fixture.Api;
import chat.hubbub.fixture.BrokerServer;
import chat.hubbub.fixture.Carrier;
import chat.hubbub.fixture.RawClient;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Ada, Linus and the admins Olga and Otto have accounts; only in servers with the profile
 * for it. Whoever else comes is a guest.
 */
@Component
@Profile("members")
public class Members {

	/** The settings of a server that they may sign in to as often as they like. */
	public static final String[] SETTINGS = { "--spring.profiles.active=members,developer",
			"--hubbub.limits.enabled=false" };

	private static final Set<String> NAMES = Set.of("ada", "linus", "olga");

	private final Accounts accounts;

	Members(Accounts accounts) {
		this.accounts = accounts;
		signUp("ada", Role.MEMBER);
		signUp("linus", Role.MEMBER);
		signUp("olga", Role.ADMIN);
		// So that Olga can stop being one.
		signUp("otto", Role.ADMIN);
	}

	/** After a restart they are there. */
	private void signUp(String name, Role role) {
		if (this.accounts.find(new Username(name)).isEmpty()) {
			People.signUp(this.accounts, name, role);
		}
	}

	/** Moderates what the tests need. */
	public User ada() {
		return account("ada").user();
	}

	/** Is invited now and then. */
	public User linus() {
		return account("linus").user();
	}

	/** Looks after the server. */
	public Account olga() {
		return account("olga");
	}

	/** Connects somebody, with their password if they have one. */
	public static RawClient connect(BrokerServer server, Carrier carrier, String name) {
		return NAMES.contains(name) ? server.connect(carrier, name, "passcode:" + People.passwordOf(name))
				: server.connect(carrier, name);
	}

	/** A browser in which somebody has signed in. */
	public static Api browser(BrokerServer server, String name) {
		Api browser = server.api();
		int status = browser.signIn(name, People.passwordOf(name)).status();
		if (status != 200) {
			throw new AssertionError(name + " could not sign in: " + status);
		}
		return browser;
	}

	private Account account(String name) {
		return this.accounts.find(new Username(name)).orElseThrow();
	}

}
