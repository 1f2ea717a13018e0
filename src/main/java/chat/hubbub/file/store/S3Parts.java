package chat.hubbub.file.store;

import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Sends large files in parts, one after the other. */
final class S3Parts {

	static final String TYPE = "application/octet-stream";

	/** S3 takes parts of 5 MiB and more, and 10,000 of them. */
	static final int SIZE = 16 * 1024 * 1024;

	private static final Logger logger = LoggerFactory.getLogger(S3Parts.class);

	/** For a part, over a slow line. */
	private static final Duration TIME = Duration.ofMinutes(1);

	private static final int NOT_IMPLEMENTED = 501;

	private final S3Client client;

	private final String bucket;

	private final String prefix;

	S3Parts(S3Client client, String bucket, String prefix) {
		this.client = client;
		this.bucket = bucket;
		this.prefix = prefix;
	}

	/** A part of a file as the body of a request, which may be sent more than once. */
	static RequestBody body(FileChannel file, long from, long length) {
		return RequestBody.fromContentProvider(() -> new FileSection(file, from, from + length), length, TYPE);
	}

	/** Lets a request take longer than one without a body. */
	static void allowTime(AwsRequestOverrideConfiguration.Builder request) {
		request.apiCallTimeout(TIME);
	}

	/** Sends a file. Without all of its parts there is nothing. */
	void put(String key, FileChannel file, long size) {
		String upload = this.client
			.createMultipartUpload((request) -> request.bucket(this.bucket).key(key).contentType(TYPE))
			.uploadId();
		try {
			List<CompletedPart> parts = new ArrayList<>();
			for (long at = 0; at < size; at += SIZE) {
				parts.add(send(key, upload, parts.size() + 1, body(file, at, Math.min(SIZE, size - at))));
			}
			this.client.completeMultipartUpload((request) -> request.bucket(this.bucket)
				.key(key)
				.uploadId(upload)
				.multipartUpload((all) -> all.parts(parts))
				.overrideConfiguration(S3Parts::allowTime));
		}
		catch (RuntimeException ex) {
			abort(key, upload);
			throw ex;
		}
	}

	private CompletedPart send(String key, String upload, int number, RequestBody body) {
		String tag = this.client
			.uploadPart((request) -> request.bucket(this.bucket)
				.key(key)
				.uploadId(upload)
				.partNumber(number)
				.overrideConfiguration(S3Parts::allowTime), body)
			.eTag();
		return CompletedPart.builder().partNumber(number).eTag(tag).build();
	}

	private void abort(String key, String upload) {
		try {
			this.client.abortMultipartUpload((request) -> request.bucket(this.bucket).key(key).uploadId(upload));
		}
		catch (SdkException ex) {
			// It is found again after a day.
			logger.debug("The parts of a file could not be deleted yet", ex);
		}
	}

	/** Deletes the parts of files that a crash has broken off. */
	void forget(Instant before) {
		try {
			ListMultipartUploadsResponse found = this.client
				.listMultipartUploads((request) -> request.bucket(this.bucket).prefix(this.prefix));
			found.uploads()
				.stream()
				.filter((upload) -> upload.initiated().isBefore(before))
				.forEach((upload) -> abort(upload.key(), upload.uploadId()));
		}
		catch (S3Exception ex) {
			// Not every store lists them, and not every key may ask.
			if (ex.statusCode() != NOT_IMPLEMENTED && ex.statusCode() != 403) {
				throw ex;
			}
		}
	}

}
