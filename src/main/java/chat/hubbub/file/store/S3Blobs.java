package chat.hubbub.file.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

import org.springframework.core.io.Resource;

/**
 * Files in a bucket of an S3-compatible store. The nodes of a cluster share it. A large
 * file is sent in parts, and no file is ever whole in memory.
 */
public final class S3Blobs implements Blobs, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(S3Blobs.class);

	private static final Duration SILENCE = Duration.ofSeconds(10);

	private static final int PAGE = 1000;

	private static final String CHECK = "check-";

	/** A file, its small form, or a check that a crash has left. */
	private static final Pattern NAME = Pattern
		.compile("[0-9a-f]{64}-[0-9a-f]{1,16}(?:\\.[a-z]{1,16})?|" + CHECK + "[0-9a-f-]{36}");

	private final S3Properties settings;

	private final String bucket;

	private final int page;

	private final S3Client client;

	private final S3Calls calls = new S3Calls();

	private final S3Parts parts;

	/**
	 * Files in a bucket.
	 * @param settings the store and its bucket
	 */
	public S3Blobs(S3Properties settings) {
		this(settings, SILENCE, PAGE);
	}

	S3Blobs(S3Properties settings, Duration silence, int page) {
		this.settings = settings;
		this.bucket = String.valueOf(settings.bucket());
		this.page = page;
		this.client = S3Clients.open(settings, silence);
		this.parts = new S3Parts(this.client, this.bucket, settings.prefix());
	}

	@Override
	public void put(String name, Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file)) {
			long size = channel.size();
			this.calls.run(() -> {
				if (size > S3Parts.SIZE) {
					this.parts.put(key(name), channel, size);
				}
				else {
					put(name, S3Parts.body(channel, 0, size));
				}
			});
		}
	}

	private void put(String name, RequestBody body) {
		this.client.putObject((request) -> request.bucket(this.bucket)
			.key(key(name))
			.contentType(S3Parts.TYPE)
			.overrideConfiguration(S3Parts::allowTime), body);
	}

	@Override
	public Resource get(String name) {
		return new S3Resource(this.client, this.calls, this.bucket, key(name));
	}

	@Override
	public void delete(String name) throws IOException {
		this.calls.run(() -> remove(name));
	}

	private void remove(String name) {
		try {
			this.client.deleteObject((request) -> request.bucket(this.bucket).key(key(name)));
		}
		catch (S3Exception ex) {
			// Most stores say that they have deleted it.
			if (!S3Fault.isAbsent(ex)) {
				throw ex;
			}
		}
	}

	@Override
	public void visit(Instant before, Consumer<List<String>> visitor) throws IOException {
		ListObjectsV2Response found = this.calls.answer(() -> list(null, this.page));
		visitor.accept(old(found, before));
		while (Boolean.TRUE.equals(found.isTruncated())) {
			String next = found.nextContinuationToken();
			found = this.calls.answer(() -> list(next, this.page));
			visitor.accept(old(found, before));
		}
		this.calls.run(() -> this.parts.forget(before));
	}

	private ListObjectsV2Response list(@Nullable String next, int keys) {
		return this.client.listObjectsV2((request) -> request.bucket(this.bucket)
			.prefix(this.settings.prefix())
			.maxKeys(keys)
			.continuationToken(next));
	}

	/** Other objects belong to other programs. */
	private List<String> old(ListObjectsV2Response found, Instant before) {
		return found.contents()
			.stream()
			.filter((object) -> object.lastModified().isBefore(before))
			.map((object) -> object.key().substring(this.settings.prefix().length()))
			.filter(NAME.asMatchPredicate())
			.toList();
	}

	@Override
	public void check() {
		try {
			list(null, 1);
			String name = CHECK + UUID.randomUUID();
			put(name, RequestBody.fromString(name));
			this.client.headObject((request) -> request.bucket(this.bucket).key(key(name)));
			remove(name);
		}
		catch (SdkException ex) {
			throw new BlobsUnusable(S3Fault.sentence(ex, this.settings), ex);
		}
		warnOfVersions();
	}

	/** Asks for one name, which costs less than to keep an object. */
	@Override
	public void probe() throws IOException {
		try {
			this.calls.run(() -> list(null, 1));
		}
		catch (IOException ex) {
			throw (ex.getCause() instanceof SdkException fault)
					? new IOException(S3Fault.sentence(fault, this.settings), ex) : ex;
		}
	}

	private void warnOfVersions() {
		try {
			var versioning = this.client.getBucketVersioning((request) -> request.bucket(this.bucket));
			if (versioning.status() == BucketVersioningStatus.ENABLED) {
				logger.warn("The bucket {} keeps old versions, so deleted files stay in it: turn versioning off,"
						+ " or let a rule of the bucket delete old versions.", this.bucket);
			}
		}
		catch (SdkException ex) {
			// Not every store has versions, and not every key may ask.
			logger.debug("The bucket {} does not tell whether it keeps old versions", this.bucket, ex);
		}
	}

	private String key(String name) {
		return this.settings.prefix() + name;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
