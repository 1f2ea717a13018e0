package chat.hubbub.message;

import chat.hubbub.account.User;

/** The owner of uploaded files: an account, or a session of a guest. */
public final class UploadOwner {

	/** The owner of the pictures of previews, unlike any user. */
	public static final String PREVIEWS = "previews";

	private static final String NOBODY = "";

	private UploadOwner() {
	}

	/**
	 * The owner of the files that a user uploads.
	 * @param user the user
	 * @return the key of the account, or the hash of the guest's session; empty for a
	 * guest without a session, who owns nothing
	 */
	public static String of(User user) {
		if (user.account() != null) {
			return user.login();
		}
		return (user.session() != null) ? user.session() : NOBODY;
	}

}
