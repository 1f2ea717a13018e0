package chat.hubbub.file;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import chat.hubbub.file.store.Blobs;
import chat.hubbub.picture.Encoded;
import chat.hubbub.refusal.Refusal;

/**
 * The files that are kept, one copy of equal ones. The bytes of a new file are kept
 * before its row, and go after it. A crash in between leaves bytes without a row, which
 * the {@link Sweep} finds; a row without bytes cannot be. Thread-safe.
 */
@Component
class Vault {

	private static final Logger logger = LoggerFactory.getLogger(Vault.class);

	private static final int COPY_BYTES = 4;

	private final Blobs blobs;

	private final FileRows rows;

	private final Shrinking shrinking;

	private final TransactionOperations transaction;

	Vault(Blobs blobs, FileRows rows, Shrinking shrinking, TransactionOperations transaction) {
		this.blobs = blobs;
		this.rows = rows;
		this.shrinking = shrinking;
		this.transaction = transaction;
	}

	/**
	 * Keeps a file, together with rows that refer to it.
	 * @param incoming the file
	 * @param what its type and facts
	 * @param reference writes the rows in the same transaction, and returns whether the
	 * file is still there
	 * @return the file
	 */
	StoredFile keep(Incoming incoming, Inspected what, Function<StoredFile, Boolean> reference) throws IOException {
		Optional<StoredFile> equal = this.rows.withHash(incoming.hash());
		if (equal.isPresent()
				&& Boolean.TRUE.equals(this.transaction.execute((status) -> reference.apply(equal.get())))) {
			return equal.get();
		}
		StoredFile fresh = put(incoming, what);
		try {
			StoredFile kept = this.transaction.execute((status) -> add(fresh, reference));
			if (!kept.name().equals(fresh.name())) {
				erase(fresh.name());
			}
			return kept;
		}
		// Nothing of it is stored. After any other fault, a commit may be in doubt.
		catch (Refusal ex) {
			erase(fresh.name());
			throw ex;
		}
	}

	private StoredFile put(Incoming incoming, Inspected what) throws IOException {
		String name = incoming.hash() + "-" + Word.createHex(COPY_BYTES);
		Optional<Encoded> small = this.shrinking.thumbnail(incoming, what);
		StoredFile file = StoredFile.of(name, incoming.hash(), incoming.size(), what.type(), what.facts(),
				small.map(Encoded::type).orElse(null));
		try {
			if (small.isPresent()) {
				this.blobs.put(StoredFile.thumbnailOf(name), incoming.beside(small.get().image()));
			}
			this.blobs.put(name, incoming.file());
			return file;
		}
		catch (IOException | RuntimeException ex) {
			erase(name);
			throw ex;
		}
	}

	/** Another upload of the same bytes may have come first. */
	private StoredFile add(StoredFile fresh, Function<StoredFile, Boolean> reference) {
		StoredFile kept = this.rows.add(fresh) ? fresh : this.rows.withHash(fresh.hash()).orElse(fresh);
		if (!reference.apply(kept)) {
			throw FileRefused.busy();
		}
		return kept;
	}

	/** The bytes of a file. */
	Resource bytes(StoredFile file) {
		return this.blobs.get(file.name());
	}

	/** The bytes of the small form of a picture. */
	Resource thumbnail(StoredFile file) {
		return this.blobs.get(StoredFile.thumbnailOf(file.name()));
	}

	private void erase(String name) {
		try {
			delete(name);
		}
		catch (IOException ex) {
			logger.warn("A file without a message could not be deleted yet: {}", ex.toString());
		}
	}

	/** Deletes the bytes of a file that has no row. */
	void delete(String name) throws IOException {
		this.blobs.delete(name);
		this.blobs.delete(StoredFile.thumbnailOf(name));
	}

}
