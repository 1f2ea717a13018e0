package chat.hubbub.cluster;

/** The node must not start; the message is a sentence with the reason. */
@SuppressWarnings("serial")
class ClusterUnusable extends RuntimeException {

	ClusterUnusable(String sentence) {
		super(sentence);
	}

	ClusterUnusable(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
