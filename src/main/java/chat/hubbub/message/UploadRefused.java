package chat.hubbub.message;

import chat.hubbub.refusal.Refusal;

/** The refusal of a message because of a file that it names. */
@SuppressWarnings("serial")
final class UploadRefused extends Refusal {

	private UploadRefused(Kind kind, String code) {
		super(kind, code);
	}

	/** There is no such file of this author for this topic. */
	static UploadRefused unknown() {
		return new UploadRefused(Kind.NOT_FOUND, "files.unknown");
	}

	/** The file belongs to a message already. */
	static UploadRefused taken() {
		return new UploadRefused(Kind.CONFLICT, "files.taken");
	}

}
