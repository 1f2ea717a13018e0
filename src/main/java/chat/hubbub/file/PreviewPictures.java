package chat.hubbub.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

import chat.hubbub.message.UploadOwner;
import chat.hubbub.picture.Encoded;
import chat.hubbub.topic.TopicName;

/**
 * Keeps the pictures of previews among the files of messages, so that the same people may
 * get them and they go with their message. Thread-safe; blocks.
 */
@Component
public class PreviewPictures {

	private static final DataSize MOST = DataSize.ofMegabytes(2);

	private final FileRows rows;

	private final Reception reception;

	private final Vault vault;

	private final Sweep sweep;

	private final TransactionOperations transaction;

	PreviewPictures(FileRows rows, Reception reception, Vault vault, Sweep sweep, TransactionOperations transaction) {
		this.rows = rows;
		this.reception = reception;
		this.vault = vault;
		this.sweep = sweep;
		this.transaction = transaction;
	}

	/**
	 * Keeps a picture until a message has it, a day at most.
	 * @param topic the topic of the message
	 * @param picture the picture
	 * @param name its name as a file
	 * @return the id under which it is kept
	 * @throws FileRefused if the disk is nearly full
	 * @throws IOException if it cannot be kept
	 */
	public String keep(TopicName topic, Encoded picture, String name) throws IOException {
		try (Incoming incoming = this.reception.open(picture.image().length)) {
			incoming.receive(new ByteArrayInputStream(picture.image()), MOST);
			String id = Word.create(Word.ID_BYTES);
			this.vault.keep(incoming, new Inspected(picture.type(), null, null),
					(file) -> this.rows.add(id, topic, UploadOwner.PREVIEWS, name, file.name()));
			return id;
		}
	}

	/**
	 * Deletes a picture that no message has.
	 * @param id the id under which it is kept
	 */
	public void forget(String id) {
		this.transaction.executeWithoutResult((status) -> this.rows.cancel(id, UploadOwner.PREVIEWS));
		this.sweep.soon();
	}

}
