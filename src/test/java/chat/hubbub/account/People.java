package chat.hubbub.account;

/** People who have accounts without having signed up. */
public final class People {

	private People() {
	}

	/** Makes an account. */
	public static User signUp(Accounts accounts, String name, Role role) {
		Password password = new Password(passwordOf(name));
		return accounts.signUp(new Username(name), password, role, null, (account) -> {
		}).user();
	}

	/** What a person of that name would type. */
	public static String passwordOf(String name) {
		return name + " has a password";
	}

}
