package chat.hubbub.store;

/** What sentences call a database: its address without names and secrets. */
final class StoreName {

	private StoreName() {
	}

	/**
	 * Returns the name of a database.
	 * @param url its JDBC address
	 */
	static String of(String url) {
		return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
	}

}
