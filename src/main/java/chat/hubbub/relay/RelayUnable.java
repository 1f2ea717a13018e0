package chat.hubbub.relay;

/** Nothing can be published at present; the message is a sentence with the reason. */
@SuppressWarnings("serial")
class RelayUnable extends RuntimeException {

	RelayUnable(String sentence) {
		super(sentence);
	}

	RelayUnable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
