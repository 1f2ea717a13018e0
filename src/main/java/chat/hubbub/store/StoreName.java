package chat.hubbub.store;

/** The name of a database in sentences: its address without users and secrets. */
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
