package chat.hubbub.extension;

/**
 * A jar cannot be an extension of this server. The message is a sentence that says why.
 */
class UnfitExtension extends Exception {

	private static final long serialVersionUID = 1L;

	UnfitExtension(String sentence) {
		super(sentence);
	}

}
