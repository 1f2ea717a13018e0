package chat.hubbub.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.unit.DataSize;

import chat.hubbub.account.AccountDeparting;
import chat.hubbub.account.SignInRequired;
import chat.hubbub.account.User;
import chat.hubbub.message.UploadOwner;
import chat.hubbub.topic.TopicName;
import chat.hubbub.topic.Topics;

/** Receives files for messages. Thread-safe. */
@Component
class Uploads {

	private final Topics topics;

	private final FileProperties settings;

	private final FileRows rows;

	private final Quotas quotas;

	private final Reception reception;

	private final Vault vault;

	private final Sweep sweep;

	private final TransactionOperations transaction;

	private final Slots slots = new Slots();

	Uploads(Topics topics, FileProperties settings, FileRows rows, Quotas quotas, Reception reception, Vault vault,
			Sweep sweep, TransactionOperations transaction) {
		this.topics = topics;
		this.settings = settings;
		this.rows = rows;
		this.quotas = quotas;
		this.reception = reception;
		this.vault = vault;
		this.sweep = sweep;
		this.transaction = transaction;
	}

	/**
	 * Receives a file.
	 * @param target the topic of the message that will have it
	 * @param user the author of that message
	 * @param address the address of the user, {@code null} if unknown
	 * @param name the name of the file
	 * @param length the length of the body, -1 if unknown
	 * @param body the file
	 * @return its id and its facts
	 * @throws FileRefused if it is refused
	 */
	Uploaded receive(TopicName target, User user, @Nullable InetAddress address, @Nullable String name, long length,
			InputStream body) throws IOException {
		TopicName topic = this.topics.postable(user, target);
		String owner = ownerOf(user);
		Payer payer = Payer.of(user, address);
		refuse(payer, length);
		this.slots.take(payer);
		try {
			return receive(topic, owner, payer, FileName.of(name), length, body);
		}
		finally {
			this.slots.giveBack(payer);
		}
	}

	private Uploaded receive(TopicName topic, String owner, Payer payer, String name, long length, InputStream body)
			throws IOException {
		try (Incoming incoming = this.reception.open(Math.max(0, length))) {
			incoming.receive(body, this.settings.maxSize());
			long received = incoming.size();
			this.quotas.require(payer, received);
			String id = Word.create(Word.ID_BYTES);
			StoredFile kept = this.vault.keep(incoming, Inspected.of(incoming), (file) -> {
				boolean added = this.rows.add(id, topic, owner, name, file.name());
				if (added) {
					this.quotas.count(payer, received);
				}
				return added;
			});
			return Uploaded.of(id, name, kept);
		}
	}

	/** An upload needs an owner, and a guest without a session cannot be one. */
	private String ownerOf(User user) {
		if (user.account() == null && !this.settings.guests()) {
			throw FileRefused.guests();
		}
		String owner = UploadOwner.of(user);
		if (owner.isEmpty()) {
			throw new SignInRequired();
		}
		return owner;
	}

	private void refuse(Payer payer, long length) {
		DataSize greatest = this.settings.maxSize();
		if (length > greatest.toBytes()) {
			throw FileRefused.tooLarge(greatest);
		}
		if (length == 0) {
			throw FileRefused.empty();
		}
		this.quotas.require(payer, Math.max(1, length));
	}

	/**
	 * Cancels an upload.
	 * @throws FileRefused if the user has no such upload, or has sent it
	 */
	void cancel(String id, User user) {
		String owner = UploadOwner.of(user);
		boolean cancelled = !owner.isEmpty()
				&& Boolean.TRUE.equals(this.transaction.execute((status) -> this.rows.cancel(id, owner)));
		if (!cancelled) {
			throw FileRefused.unknown();
		}
		this.sweep.soon();
	}

	/** Cancels the uploads that a deleted account has not sent. */
	@EventListener
	void forget(AccountDeparting departing) {
		this.transaction.executeWithoutResult((status) -> this.rows.cancelAll(departing.account().key()));
		this.sweep.soon();
	}

}
