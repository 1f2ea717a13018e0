package chat.hubbub.store;

/** The name of a database in sentences: its address without users and secrets. */
public final class StoreName {

	private StoreName() {
	}

	/**
	 * Returns the name of a database.
	 * @param url its JDBC address
	 * @return for example {@code postgresql://db.example.org/hubbub}
	 */
	public static String of(String url) {
		return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
	}

}
