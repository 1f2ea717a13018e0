package chat.hubbub.bundle;

/** A file of the page that cannot be bundled. It fails the build. */
@SuppressWarnings("serial")
final class BundleFault extends RuntimeException {

	BundleFault(String address, String fault) {
		super(address + ": " + fault);
	}

}
